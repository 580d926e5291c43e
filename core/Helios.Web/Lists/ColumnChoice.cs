namespace Helios.Web.Lists;

/// <summary>A column that a table can show or leave out.</summary>
/// <param name="Name">What addresses call it.</param>
/// <param name="Label">Its head.</param>
/// <param name="IsShown">Whether it is shown now.</param>
/// <param name="IsFixed">Whether it always stands there.</param>
public sealed record ColumnChoice(string Name, string Label, bool IsShown, bool IsFixed);
