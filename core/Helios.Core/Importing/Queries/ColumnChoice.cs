namespace Helios.Core.Importing.Queries;

/// <summary>A column of a file.</summary>
/// <param name="Header">Its header.</param>
/// <param name="Field">The field that it fills; empty where it is left out.</param>
/// <param name="Example">The first cell that is not empty.</param>
public sealed record ColumnChoice(string Header, string Field, string? Example);
