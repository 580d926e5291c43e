namespace Helios.Core.Importing;

/// <summary>What a row would do, or did.</summary>
/// <param name="Outcome">One of <see cref="RowOutcome"/>.</param>
/// <param name="Title">What the row calls itself.</param>
public sealed record RowPlan(string Outcome, string Title)
{
    /// <summary>The labels of the fields that change.</summary>
    public IReadOnlyList<string> Changes { get; init; } = [];

    /// <summary>What is left out of the row, and why.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Why the row is refused.</summary>
    public string? Reason { get; init; }

    /// <summary>A row that is not taken.</summary>
    public static RowPlan Refuse(string title, string reason) => new(RowOutcome.Refused, title) { Reason = reason };
}
