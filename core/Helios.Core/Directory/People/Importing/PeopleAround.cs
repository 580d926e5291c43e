using Helios.Core.Directory.Locations;
using Helios.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Directory.People.Importing;

/// <summary>The people and locations that rows of a file may mean, loaded together.</summary>
sealed class PeopleAround
{
    readonly Dictionary<string, User> byUsername = new(StringComparer.Ordinal);
    readonly Dictionary<string, User> byMail = new(StringComparer.Ordinal);
    readonly ILookup<string, User> byName;

    PeopleAround(List<User> users, List<Location> locations)
    {
        foreach (var user in users)
        {
            if (user.UsernameKey is { } username)
                byUsername[username] = user;
            if (user.MailKey is { } mail)
                byMail[mail] = user;
        }

        byName = users.Where(user => user.ArchivedAt is null).ToLookup(user => user.Name, StringComparer.Ordinal);
        Locations = locations.ToLookup(location => location.NameKey, StringComparer.Ordinal);
    }

    /// <summary>The locations with a name, as it is compared.</summary>
    public ILookup<string, Location> Locations { get; }

    /// <summary>Loads whom these names may mean.</summary>
    /// <param name="db">The database.</param>
    /// <param name="names">User names, mail addresses and full names as they are written.</param>
    /// <param name="places">Names of locations as they are written.</param>
    /// <param name="stop">Ends when the caller has gone.</param>
    public static async Task<PeopleAround> Load(HeliosDb db, IEnumerable<string?> names, IEnumerable<string?> places, CancellationToken stop)
    {
        string[] written = [.. names.OfType<string>().Distinct(StringComparer.Ordinal)];
        string[] keys = [.. written.Select(User.Fold).OfType<string>().Distinct(StringComparer.Ordinal)];
        string[] placeKeys = [.. places.Select(User.Fold).OfType<string>().Distinct(StringComparer.Ordinal)];
        List<User> users = keys.Length == 0 ? [] : await db.Set<User>()
            .Where(user => keys.Contains(user.UsernameKey) || keys.Contains(user.MailKey) || written.Contains(user.Name))
            .ToListAsync(stop);
        List<Location> locations = placeKeys.Length == 0 ? [] : await db.Set<Location>()
            .Where(location => placeKeys.Contains(location.NameKey) && location.ArchivedAt == null)
            .OrderBy(location => location.Id)
            .ToListAsync(stop);
        return new PeopleAround(users, locations);
    }

    public User? WithUsername(string? username) => User.Fold(username) is { } key ? byUsername.GetValueOrDefault(key) : null;

    public User? WithMail(string? mail) => User.Fold(mail) is { } key ? byMail.GetValueOrDefault(key) : null;

    /// <summary>Everybody whom this text may mean: a user name or mail address means one, a full name may mean several.</summary>
    public IReadOnlyList<User> Called(string text) =>
        WithUsername(text) is { } user ? [user] : WithMail(text) is { } other ? [other] : [.. byName[text]];
}
