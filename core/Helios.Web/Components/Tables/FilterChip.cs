namespace Helios.Web.Components.Tables;

/// <summary>One condition of a list in words, with the address of the list without it.</summary>
/// <param name="Field">As "State".</param>
/// <param name="Operator">As "is".</param>
/// <param name="Value">As "open".</param>
/// <param name="RemoveHref">The list without this condition.</param>
public sealed record FilterChip(string Field, string Operator, string Value, string RemoveHref);
