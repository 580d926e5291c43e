namespace Helios.Kernel.Events;

/// <summary>An event that has waited for its seal longer than a running server lets it.</summary>
/// <param name="Organization">The organization's name in addresses.</param>
/// <param name="EventId">The event.</param>
/// <param name="Since">When it happened.</param>
public sealed record WaitingEvent(string Organization, Guid EventId, DateTimeOffset Since);
