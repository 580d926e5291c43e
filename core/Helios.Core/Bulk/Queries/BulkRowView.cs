namespace Helios.Core.Bulk.Queries;

/// <summary>What became of one record.</summary>
/// <param name="Number">Its place in the order of work.</param>
/// <param name="Id">The record.</param>
/// <param name="Key">Its key.</param>
/// <param name="Title">Its title; null where it is gone.</param>
/// <param name="Outcome">done, unchanged or refused; null while it waits.</param>
/// <param name="Reason">Why it was refused.</param>
/// <param name="Run">The act, by which this record alone is undone.</param>
public sealed record BulkRowView(int Number, Guid Id, string Key, string? Title, string? Outcome, string? Reason, Guid? Run);
