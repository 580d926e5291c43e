using Helios.Core.Directory.Locations;

namespace Helios.Core.Directory.People.Importing;

/// <summary>What a row means among those who are there: which person, which location, which manager, and what is left out.</summary>
sealed class PersonMatch
{
    readonly List<string> warnings = [];

    public PersonMatch(PersonRow row, PeopleAround around)
    {
        Person = around.WithUsername(row.Username) ?? around.WithMail(row.Mail);
        Refusal = Refuse(row, around);
        if (Refusal is not null)
            return;
        FindLocation(row, around);
        FindManager(row, around);
    }

    /// <summary>Who the row is about; null for somebody new.</summary>
    public User? Person { get; }

    /// <summary>Why the row is not taken, or null.</summary>
    public string? Refusal { get; }

    /// <summary>The location that the row names, as soon as it is there.</summary>
    public Location? Location { get; set; }

    /// <summary>Whether the row names a location that has to be made.</summary>
    public bool IsNewLocation { get; private set; }

    public User? Manager { get; private set; }

    /// <summary>The manager's name where nobody is called so yet.</summary>
    public string? UnknownManager { get; private set; }

    public IReadOnlyList<string> Warnings => warnings;

    /// <summary>The sentence about a manager whom nobody knows.</summary>
    public static string Unknown(string manager) => $"Nobody is called “{manager}”, so the manager was left as it is.";

    /// <summary>The sentence about a manager who reports to the person.</summary>
    public static string Circle(User manager) => $"{manager.Name} reports to this person, directly or through others, so the manager was left as it is.";

    string? Refuse(PersonRow row, PeopleAround around)
    {
        var problems = row.Problems();
        if (problems.Count > 0)
            return string.Join(' ', problems);
        if (Person is { ArchivedAt: not null })
            return $"{Person.Name} ({Person.Key}) is archived. Restore the person first, or leave the row out.";
        if (Person is null && row.FullName is null)
            return "The row has no name. Fill in a first or last name.";
        if (around.WithMail(row.Mail) is { } other && other.Id != Person?.Id)
            return $"The mail address {row.Mail} belongs to {other.Name} ({other.Key}). Every person has one of his own.";
        return null;
    }

    void FindLocation(PersonRow row, PeopleAround around)
    {
        if (row.Location is not { } name)
            return;
        var called = around.LocationsCalled(name);
        var address = User.Fold(row.Address) ?? "";
        Location = called.Find(location => string.Equals(location.AddressKey, address, StringComparison.Ordinal))
            ?? (address.Length == 0 && called.Count == 1 ? called[0] : null);
        if (Location is not null)
            return;
        if (address.Length == 0 && called.Count > 1)
            warnings.Add($"{called.Count} locations are called “{name}”, so the location was left as it is. Add a column with the address.");
        else
            IsNewLocation = true;
    }

    void FindManager(PersonRow row, PeopleAround around)
    {
        if (row.Manager is not { } name)
            return;
        var called = around.Called(name);
        if (IsHimself(row, name) || (Person is not null && called is [var only] && only.Id == Person.Id))
            warnings.Add("The row names the person as the own manager, so the manager was left as it is.");
        else if (called.Count > 1)
            warnings.Add($"{called.Count} people are called “{name}”, so the manager was left as it is. Write the user name instead.");
        else if (called.Count == 1)
            Manager = called[0];
        else
            UnknownManager = name;
    }

    static bool IsHimself(PersonRow row, string name)
    {
        var key = User.Fold(name);
        return string.Equals(key, User.Fold(row.Username), StringComparison.Ordinal)
            || string.Equals(key, User.Fold(row.Mail), StringComparison.Ordinal)
            || string.Equals(key, User.Fold(row.FullName), StringComparison.Ordinal);
    }
}
