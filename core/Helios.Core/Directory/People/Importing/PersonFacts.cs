namespace Helios.Core.Directory.People.Importing;

/// <summary>The fields of a person that an import fills, so that two states can be compared.</summary>
static class PersonFacts
{
    static readonly (string Label, Func<User, object?> Value)[] All =
    [
        ("Name", user => user.Name), ("First name", user => user.FirstName), ("Last name", user => user.LastName),
        ("User name", user => user.Username), ("Mail address", user => user.Mail), ("Phone", user => user.Phone),
        ("Job title", user => user.Title), ("Employee number", user => user.EmployeeNumber), ("Company", user => user.Company),
        ("Website", user => user.Website), ("Notes", user => user.Notes), ("Active", user => user.IsActive),
        ("Remote", user => user.IsRemote), ("VIP", user => user.IsVip), ("First day", user => user.StartsOn), ("Last day", user => user.EndsOn),
        ("Location", user => user.LocationId), ("Manager", user => user.ManagerId),
    ];

    /// <summary>The values now.</summary>
    public static object?[] Of(User user) => [.. All.Select(fact => fact.Value(user))];

    /// <summary>The labels of what differs.</summary>
    public static IReadOnlyList<string> Changed(object?[] before, object?[] after) =>
        [.. All.Where((_, index) => !Equals(before[index], after[index])).Select(fact => fact.Label)];
}
