namespace Helios.Core.Importing.Queries;

/// <summary>What a row would do.</summary>
/// <param name="Number">As a spreadsheet counts: the header is row 1.</param>
/// <param name="Outcome">created, updated, unchanged or refused.</param>
/// <param name="Title">What the row calls itself.</param>
/// <param name="Changes">The fields that would change.</param>
/// <param name="Warnings">What would be left out, and why.</param>
/// <param name="Reason">Why it would be refused.</param>
public sealed record PlannedRow(int Number, string Outcome, string Title, IReadOnlyList<string> Changes, IReadOnlyList<string> Warnings, string? Reason);
