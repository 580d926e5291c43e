using Helios.Core.Directory.People;
using Helios.Core.Directory.People.Importing;

namespace Helios.Core.Directory.Locations.Importing;

/// <summary>What a row means among those that are there: which location, which manager, which whole, and what is left out.</summary>
sealed class PlaceMatch
{
    readonly List<string> warnings = [];

    public PlaceMatch(PlaceRow row, PeopleAround around)
    {
        var problems = row.Problems();
        if (problems.Count > 0)
        {
            Refusal = string.Join(' ', problems);
            return;
        }

        FindPlace(row, around);
        if (Refusal is not null)
            return;
        FindManager(row, around);
        FindParent(row, around);
    }

    /// <summary>Which location the row is about; null for a new one.</summary>
    public Location? Place { get; private set; }

    /// <summary>Why the row is not taken, or null.</summary>
    public string? Refusal { get; private set; }

    public User? Manager { get; private set; }

    public Location? Parent { get; private set; }

    /// <summary>The name of the whole where no location is called so yet.</summary>
    public string? UnknownParent { get; private set; }

    public IReadOnlyList<string> Warnings => warnings;

    /// <summary>The sentence about a whole that nobody knows.</summary>
    public static string Unknown(string parent) => $"No location is called “{parent}”, so what it is part of was left as it is.";

    /// <summary>The sentence about several wholes of one name.</summary>
    public static string Several(string parent, int count) => $"{count} locations are called “{parent}”, so what it is part of was left as it is.";

    /// <summary>The sentence about a whole that is a part.</summary>
    public static string Circle(Location parent) => $"{parent.Name} is a part of this location already, so what it is part of was left as it is.";

    void FindPlace(PlaceRow row, PeopleAround around)
    {
        var called = around.LocationsCalled(row.Name!);
        var address = User.Fold(row.Address) ?? "";
        Place = called.Find(location => string.Equals(location.AddressKey, address, StringComparison.Ordinal))
            ?? (address.Length == 0 && called.Count == 1 ? called[0] : null);
        if (Place is null && address.Length == 0 && called.Count > 1)
            Refusal = $"{called.Count} locations are called “{row.Name}”. Fill in the address, so that the right one is changed.";
    }

    void FindManager(PlaceRow row, PeopleAround around)
    {
        if (row.Manager is not { } name)
            return;
        var called = around.Called(name);
        if (called.Count == 0 && row.ManagerName is { } full)
            called = around.Called(full);
        if (called.Count == 1)
            Manager = called[0];
        else if (called.Count == 0)
            warnings.Add($"Nobody is called “{name}”, so the manager was left as it is. Import people, and then this file again.");
        else
            warnings.Add($"{called.Count} people are called “{name}”, so the manager was left as it is. Write the user name instead.");
    }

    void FindParent(PlaceRow row, PeopleAround around)
    {
        if (row.Parent is not { } name)
            return;
        var called = around.LocationsCalled(name);
        if (called.Count > 1)
            warnings.Add(Several(name, called.Count));
        else if (called.Count == 0 && !string.Equals(User.Fold(name), User.Fold(row.Name), StringComparison.Ordinal))
            UnknownParent = name;
        else if (called.Count == 0 || called[0].Id == Place?.Id)
            warnings.Add("The row names the location as a part of itself, so what it is part of was left as it is.");
        else
            Parent = called[0];
    }
}
