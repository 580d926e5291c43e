namespace Helios.Web.Lists;

/// <summary>A column of a list as files of it know it.</summary>
/// <param name="Name">What views and addresses call it.</param>
/// <param name="Label">Its head.</param>
/// <param name="Field">The field of the row, where it is not named like the column.</param>
/// <param name="ForStaff">For staff only, for everybody else only, or for both when null.</param>
/// <param name="IsShown">Whether the list shows it before anybody chose.</param>
/// <param name="IsFixed">Whether it always stands there.</param>
public sealed record ListField(string Name, string Label, string? Field, bool? ForStaff, bool IsShown, bool IsFixed);
