using Helios.Core.Timeline;

namespace Helios.Core.Directory.Locations;

/// <summary>How timelines tell what happened to a location.</summary>
static class LocationTexts
{
    const string Kind = "location";

    /// <summary>The sentences.</summary>
    public static IReadOnlyList<EventText> Events { get; } =
    [
        new("LocationCreated", "added this {location}"),
        new("LocationArchived", "archived this {location}"),
        new("LocationRestored", "restored this {location}"),
    ];

    /// <summary>The fields.</summary>
    public static IReadOnlyList<FieldText> Fields { get; } =
    [
        Field("name", "name"), Field("address", "address"), Field("address2", "second line of the address"), Field("city", "city"), Field("state", "state"),
        Field("country", "country"), Field("postalCode", "postal code"), Field("currency", "currency"), Field("notes", "notes"),
        Field("parentId", "part of"), Field("managerId", "manager"),
        Field("nameKey", "name") with { IsHidden = true }, Field("addressKey", "address") with { IsHidden = true }, Field("key", "key") with { IsHidden = true },
    ];

    static FieldText Field(string name, string label) => new(name, label) { Kind = Kind };
}
