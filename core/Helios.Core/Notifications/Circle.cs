using Helios.Core.Identity.Accounts;
using Helios.Core.Watchers;
using Helios.Kernel.Data;
using Helios.Kernel.Entities;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Notifications;

/// <summary>Everybody whom some events may concern, asked for once: members of the organization, what they watch, what they want.</summary>
sealed class Circle
{
    readonly Dictionary<Guid, EntityRow> entities;
    readonly Dictionary<Guid, bool> members;
    readonly Dictionary<Guid, NotificationSetting> settings;
    readonly Dictionary<Guid, List<Watcher>> watchers;
    readonly HashSet<Watcher> changed = [];
    readonly HeliosDb db;

    Circle(HeliosDb db, Dictionary<Guid, EntityRow> entities, List<Watcher> watchers, Dictionary<Guid, bool> members, Dictionary<Guid, NotificationSetting> settings) =>
        (this.db, this.entities, this.watchers, this.members, this.settings) =
            (db, entities, watchers.GroupBy(watcher => watcher.EntityId).ToDictionary(of => of.Key, of => of.ToList()), members, settings);

    /// <summary>Loads it with four statements, whatever happened.</summary>
    /// <param name="db">The database.</param>
    /// <param name="about">The entities of the events.</param>
    /// <param name="named">People whom the events name.</param>
    /// <param name="stop">Ends when the node stops.</param>
    public static async Task<Circle> Load(HeliosDb db, Guid[] about, IEnumerable<Guid> named, CancellationToken stop)
    {
        var rows = await db.Entities.AsNoTracking().Where(row => about.Contains(row.Id)).ToDictionaryAsync(row => row.Id, stop);
        var watching = await db.Set<Watcher>().AsNoTracking().Where(row => about.Contains(row.EntityId)).ToListAsync(stop);
        Guid[] people = [.. named.Concat(watching.Select(watcher => watcher.UserId)).Concat(rows.Values.SelectMany(ReadersOf)).Distinct()];
        var roles = await db.Set<Membership>().AsNoTracking().Where(row => people.Contains(row.UserId) && row.DisabledAt == null)
            .Select(row => new { row.UserId, row.Role }).ToDictionaryAsync(row => row.UserId, row => RoleRules.IsStaff(row.Role), stop);
        var wishes = await db.Set<NotificationSetting>().AsNoTracking().Where(row => people.Contains(row.UserId)).ToDictionaryAsync(row => row.UserId, stop);
        return new Circle(db, rows, watching, roles, wishes);
    }

    /// <summary>The people who have a right of their own to read an entity.</summary>
    public IEnumerable<Guid> Readers(Guid entity) => entities.TryGetValue(entity, out var row) ? ReadersOf(row) : [];

    /// <summary>Who watches an entity, and why.</summary>
    public IEnumerable<Watcher> Watchers(Guid entity) => watchers.GetValueOrDefault(entity) ?? [];

    /// <summary>What somebody wants.</summary>
    public NotificationSetting Wishes(Guid user) => settings.GetValueOrDefault(user) ?? new NotificationSetting { UserId = user };

    /// <summary>Whether somebody has a way in here and may read an event of this audience about this entity.</summary>
    public bool MayRead(Guid user, Guid entity, string audience)
    {
        if (!members.TryGetValue(user, out var isStaff) || !entities.TryGetValue(entity, out var row))
            return false;
        var isReader = row.Readers.Contains($"user:{user}", StringComparer.Ordinal);
        return isStaff ? row.StaffReadable || isReader : isReader && audience == Kernel.Events.Audience.Requester;
    }

    /// <summary>Lets somebody of the staff watch an entity from now on, unless he does already or does not want it.</summary>
    public void Watch(Guid user, Guid entity, string because, DateTimeOffset now)
    {
        if (Known(user, entity) is { } known)
        {
            if (because == WatchReason.Assigned)
                Change(known, because);
            return;
        }

        if (!members.GetValueOrDefault(user) || !MayRead(user, entity, Kernel.Events.Audience.Internal) || Wishes(user).WatchOff.Contains(because, StringComparer.Ordinal))
            return;
        var watcher = new Watcher { OrganizationId = db.OrganizationId, EntityId = entity, UserId = user, Because = because, CreatedAt = now };
        (watchers.TryGetValue(entity, out var others) ? others : watchers[entity] = []).Add(watcher);
        changed.Add(watcher);
    }

    /// <summary>He takes care of it no more, and goes on watching.</summary>
    public void Unassign(Guid user, Guid entity)
    {
        if (Known(user, entity) is { Because: WatchReason.Assigned } known)
            Change(known, WatchReason.Watched);
    }

    /// <summary>Writes who watches what by now, all of it with one statement. What was removed meanwhile nobody watches.</summary>
    public async Task Save(CancellationToken stop)
    {
        if (changed.Count == 0)
            return;
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into watcher (organization_id, entity_id, user_id, because, created_at)
            select e.organization_id, e.id, user_id, because, created_at
            from unnest({Each(watcher => watcher.EntityId)}, {Each(watcher => watcher.UserId)}, {Each(watcher => watcher.Because)}, {Each(watcher => watcher.CreatedAt)})
              as changed (entity_id, user_id, because, created_at)
            join entity e on e.organization_id = {db.OrganizationId} and e.id = changed.entity_id
            for key share of e
            on conflict (organization_id, entity_id, user_id) do update set because = excluded.because
            """, stop);
    }

    Watcher? Known(Guid user, Guid entity) => watchers.GetValueOrDefault(entity)?.Find(watcher => watcher.UserId == user);

    void Change(Watcher watcher, string because)
    {
        if (watcher.Because == because)
            return;
        watcher.Because = because;
        changed.Add(watcher);
    }

    T[] Each<T>(Func<Watcher, T> value) => [.. changed.Select(value)];

    static IEnumerable<Guid> ReadersOf(EntityRow row) =>
        row.Readers.Where(token => token.StartsWith("user:", StringComparison.Ordinal)).Select(token => Guid.Parse(token[5..]));
}
