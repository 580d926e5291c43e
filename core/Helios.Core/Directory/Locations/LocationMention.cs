namespace Helios.Core.Directory.Locations;

/// <summary>A location in one line.</summary>
/// <param name="Id">The location's id.</param>
/// <param name="Key">The location's key, such as L-3.</param>
/// <param name="Name">Its name.</param>
/// <param name="Address">Street and number; locations may share a name.</param>
public sealed record LocationMention(Guid Id, string Key, string Name, string? Address);
