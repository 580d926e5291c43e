namespace Helios.Kernel.Events;

/// <summary>The first place where an audit chain does not hold.</summary>
/// <param name="Organization">The organization's name in addresses.</param>
/// <param name="Seq">The place in the chain; null for an event that has none.</param>
/// <param name="EventId">The event, where one is known.</param>
/// <param name="Key">The key of the entity that the event is about, where it is known.</param>
/// <param name="Wrong">What is wrong, as a sentence.</param>
public sealed record BrokenLink(string Organization, long? Seq, Guid? EventId, string? Key, string Wrong);
