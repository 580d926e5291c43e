namespace Helios.Kernel.Filtering;

/// <summary>A row's view and its place in the sort, which the next page's cursor is made of.</summary>
/// <param name="View">What the list shows.</param>
/// <param name="SortValue">The value of the sort's column.</param>
/// <param name="Id">The row's id.</param>
public sealed record Placed<TView>(TView View, object SortValue, Guid Id);
