using Helios.Core.Directory.Locations;
using Helios.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Directory.People.Importing;

/// <summary>The people and locations that rows of a file may mean, loaded together.</summary>
sealed class PeopleAround
{
    readonly Dictionary<string, User> byUsername = new(StringComparer.Ordinal);
    readonly Dictionary<string, User> byMail = new(StringComparer.Ordinal);
    readonly List<User> users;
    readonly List<Location> locations;

    PeopleAround(List<User> users, List<Location> locations)
    {
        this.users = users;
        this.locations = locations;
        foreach (var user in users)
            Name(user);
    }

    /// <summary>Loads what these rows may mean.</summary>
    public static Task<PeopleAround> Load(HeliosDb db, IEnumerable<PersonRow> rows, CancellationToken stop)
    {
        List<PersonRow> all = [.. rows];
        return Load(db, all.SelectMany(row => new[] { row.Username, row.Mail, row.Manager }), all.Select(row => row.Location), stop);
    }

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
        List<User> people = [];
        if (keys.Length > 0)
        {
            // Three statements, each with an index of its own: of their OR the planner may make a walk through everybody.
            people.AddRange(await db.Set<User>().Where(user => keys.Contains(user.UsernameKey)).ToListAsync(stop));
            people.AddRange(await db.Set<User>().Where(user => keys.Contains(user.MailKey)).ToListAsync(stop));
            people.AddRange(await db.Set<User>().Where(user => written.Contains(user.Name)).ToListAsync(stop));
        }

        List<Location> found = placeKeys.Length == 0 ? [] : await db.Set<Location>()
            .Where(location => placeKeys.Contains(location.NameKey) && location.ArchivedAt == null)
            .OrderBy(location => location.Id)
            .ToListAsync(stop);
        return new PeopleAround([.. people.Distinct()], found);
    }

    /// <summary>Takes somebody whom a row has made or changed, under the names that he has now.</summary>
    public void Put(User user)
    {
        foreach (var names in new[] { byUsername, byMail })
            foreach (var gone in names.Where(name => name.Value == user).Select(name => name.Key).ToList())
                names.Remove(gone);
        if (!users.Contains(user))
            users.Add(user);
        Name(user);
    }

    /// <summary>Takes a location that a row has made.</summary>
    public void Put(Location location) => locations.Add(location);

    /// <summary>The locations of this name.</summary>
    public List<Location> LocationsCalled(string name)
    {
        var key = User.Fold(name);
        return locations.FindAll(location => string.Equals(location.NameKey, key, StringComparison.Ordinal));
    }

    public User? WithUsername(string? username) => User.Fold(username) is { } key ? byUsername.GetValueOrDefault(key) : null;

    public User? WithMail(string? mail) => User.Fold(mail) is { } key ? byMail.GetValueOrDefault(key) : null;

    /// <summary>Everybody whom this text may mean: a user name or mail address means one, a full name may mean several.</summary>
    public IReadOnlyList<User> Called(string text) =>
        WithUsername(text) is { } user ? [user] : WithMail(text) is { } other ? [other] : users.FindAll(known => known.ArchivedAt is null && string.Equals(known.Name, text, StringComparison.Ordinal));

    void Name(User user)
    {
        if (user.UsernameKey is { } username)
            byUsername[username] = user;
        if (user.MailKey is { } mail)
            byMail[mail] = user;
    }
}
