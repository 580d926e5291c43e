namespace Helios.Kernel.CustomFields;

/// <summary>One choice of a custom field.</summary>
/// <param name="Value">The immutable name that is stored, filtered by and sent.</param>
/// <param name="Label">What people read.</param>
/// <param name="Archived">Whether it is offered no more; where it was chosen it stays and is read.</param>
public sealed record CustomFieldChoice(string Value, string Label, bool Archived = false);
