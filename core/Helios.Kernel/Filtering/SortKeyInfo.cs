namespace Helios.Kernel.Filtering;

/// <summary>A sort key as headings and API documentation see it.</summary>
/// <param name="Name">What <c>?sort=</c> calls it; with <c>-</c> before it the largest comes first.</param>
/// <param name="Column">The property that it reads.</param>
/// <param name="Descending">The direction that people expect first: newest, most urgent.</param>
public sealed record SortKeyInfo(string Name, string Column, bool Descending);
