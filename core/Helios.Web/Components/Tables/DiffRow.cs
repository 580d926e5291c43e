namespace Helios.Web.Components.Tables;

/// <summary>One side of a difference.</summary>
/// <param name="Sign">Whether it was added, removed or left.</param>
/// <param name="Cells">Its values, one for each column.</param>
public sealed record DiffRow(DiffSign Sign, IReadOnlyList<DiffText> Cells);
