namespace Helios.Tests.Growing;

/// <summary>Something that a command made: an entity with its key, or a row without one.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Key">What people call it; null for rows.</param>
public sealed record Made(Guid Id, string? Key);
