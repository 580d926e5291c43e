namespace Helios.Kernel.Events;

/// <summary>The JSON inside <see cref="EventDetail.Body"/>.</summary>
/// <param name="Actor">The actor's name when it happened.</param>
/// <param name="Title">The entity's title when it happened.</param>
/// <param name="Changes">Field by field, old and new.</param>
/// <param name="Why">The reason that the actor or Helios gave.</param>
public sealed record EventBody(string Actor, string Title, IReadOnlyList<FieldChange> Changes, string? Why);
