using System.ComponentModel.DataAnnotations;

namespace Helios.Core.CustomFields.Commands;

/// <summary>A choice as callers give it.</summary>
/// <param name="Label">What people read.</param>
/// <param name="Value">The immutable name that is stored; made from the label if absent.</param>
/// <param name="Archived">Whether it is offered no more.</param>
public sealed record FieldChoice([property: StringLength(100)] string Label, [property: StringLength(60)] string? Value = null, bool Archived = false);
