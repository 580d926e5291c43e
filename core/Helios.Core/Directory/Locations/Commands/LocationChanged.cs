namespace Helios.Core.Directory.Locations.Commands;

/// <summary>What a caller learns after a command changed a location.</summary>
/// <param name="Id">The location's id.</param>
/// <param name="Key">The location's key, such as L-3.</param>
/// <param name="Name">Its name.</param>
public sealed record LocationChanged(Guid Id, string Key, string Name)
{
    internal static LocationChanged Of(Location location) => new(location.Id, location.Key, location.Name);
}
