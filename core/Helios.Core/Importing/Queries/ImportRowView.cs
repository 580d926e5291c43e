namespace Helios.Core.Importing.Queries;

/// <summary>What became of a row.</summary>
/// <param name="Number">As a spreadsheet counts: the header is row 1.</param>
/// <param name="Outcome">created, updated, unchanged or refused.</param>
/// <param name="Title">What the row calls itself.</param>
/// <param name="EntityKey">The record that it became or changed.</param>
/// <param name="Changes">The fields that changed.</param>
/// <param name="Warnings">What was left out, and why.</param>
/// <param name="Reason">Why it was refused.</param>
public sealed record ImportRowView(
    int Number, string Outcome, string Title, string? EntityKey, IReadOnlyList<string> Changes, IReadOnlyList<string> Warnings, string? Reason);
