using Helios.Kernel.Labeling;

namespace Helios.Kernel.Problems;

/// <summary>An expected refusal: a value, never an exception.</summary>
/// <param name="Kind">Decides the status that a door answers.</param>
/// <param name="Code">Stable name, <c>feature.noun.reason</c>.</param>
/// <param name="Text">What is wrong and what to do next, for people.</param>
public sealed record Problem(ProblemKind Kind, string Code, string Text)
{
    /// <summary>The fields that are wrong, all at once; empty when the problem is not about fields.</summary>
    public IReadOnlyList<FieldProblem> Fields { get; init; } = [];

    /// <summary>The version the row has now, when <see cref="Kind"/> is <see cref="ProblemKind.Stale"/>.</summary>
    public long? CurrentVersion { get; init; }

    public static Problem Invalid(IReadOnlyList<FieldProblem> fields) =>
        new(ProblemKind.Invalid, "input.invalid", fields.Count == 1 ? fields[0].Text : "Some fields need another look.") { Fields = fields };

    public static Problem Invalid(string field, string text) => Invalid([new FieldProblem(field, text)]);

    public static Problem NotFound(string noun) =>
        new(ProblemKind.NotFound, "reference.not_found", $"There is no {noun} here that you can see. It may have been removed, or the address may be wrong.");

    public static Problem Forbidden(string permission) =>
        new(ProblemKind.Forbidden, "actor.not_permitted", $"Your role does not allow this. It needs the permission {permission}; an owner can change your role.");

    /// <summary>The same with the names of kinds filled in.</summary>
    internal Problem Told(Labels labels) => this with { Text = labels.Fill(Text), Fields = [.. Fields.Select(field => field with { Text = labels.Fill(field.Text) })] };

    public static Problem Conflict(string code, string text) => new(ProblemKind.Conflict, code, text);

    public static Problem Unauthenticated() =>
        new(ProblemKind.Unauthenticated, "actor.unauthenticated", "Sign in, or send a valid access token, and try again.");
}
