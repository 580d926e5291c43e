namespace Helios.Tests.Rest.Shelves;

/// <summary>Where a shelf stands; places lie in places.</summary>
public sealed record ShelfPlace(string Room, ShelfPlace? In);
