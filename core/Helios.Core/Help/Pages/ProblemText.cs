using System.Text.Json;
using Helios.Kernel.Input;
using Helios.Kernel.Problems;
using Helios.Web.Problems;

namespace Helios.Core.Help.Pages;

/// <summary>One kind of refusal in plain words.</summary>
/// <param name="Statuses">The HTTP statuses that it has; the first is that of the example.</param>
/// <param name="Means">What it says.</param>
/// <param name="Way">What to do.</param>
/// <param name="Code">The stable name of the example's reason; null where nothing answers so yet.</param>
/// <param name="Detail">The example's sentence.</param>
public sealed record ProblemText(IReadOnlyList<int> Statuses, string Means, string Way, string? Code, string? Detail)
{
    static readonly JsonSerializerOptions Indented = new(HeliosJson.Options) { WriteIndented = true };

    /// <summary>The fields that the example names.</summary>
    public IReadOnlyList<FieldProblem>? Errors { get; init; }

    /// <summary>The version in the example.</summary>
    public long? Version { get; init; }

    /// <summary>The anchor, as the <c>type</c> of an answer names it.</summary>
    public string Name => ProblemStatus.NameOf(Statuses[0]);

    /// <summary>The title that an answer has.</summary>
    public string Title => ProblemStatus.TitleOf(Statuses[0]);

    /// <summary>An answer as the API writes it; null where nothing answers so yet.</summary>
    public string? Example => Code is null || Detail is null ? null : JsonSerializer.Serialize(
        new ProblemBody($"{HelpPages.Problems}#{Name}", Title, Statuses[0], Detail, Code, "0HNF2A7K3Q1SB:00000004") { Errors = Errors, CurrentVersion = Version }, Indented);
}
