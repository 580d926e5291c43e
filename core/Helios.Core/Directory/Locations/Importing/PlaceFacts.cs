namespace Helios.Core.Directory.Locations.Importing;

/// <summary>The fields of a location that an import fills, so that two states can be compared.</summary>
static class PlaceFacts
{
    static readonly (string Label, Func<Location, object?> Value)[] All =
    [
        ("Name", place => place.Name), ("Address", place => place.Address), ("Second line of the address", place => place.Address2),
        ("City", place => place.City), ("State", place => place.State), ("Country", place => place.Country),
        ("Postal code", place => place.PostalCode), ("Currency", place => place.Currency), ("Notes", place => place.Notes),
        ("Manager", place => place.ManagerId), ("Part of", place => place.ParentId),
    ];

    /// <summary>The values now.</summary>
    public static object?[] Of(Location place) => [.. All.Select(fact => fact.Value(place))];

    /// <summary>The labels of what differs.</summary>
    public static IReadOnlyList<string> Changed(object?[] before, object?[] after) =>
        [.. All.Where((_, index) => !Equals(before[index], after[index])).Select(fact => fact.Label)];
}
