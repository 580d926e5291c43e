using Helios.Core.Watchers;
using Helios.Kernel.Data;
using Helios.Kernel.Events.Following;
using Helios.Kernel.Modules;

namespace Helios.Core.Notifications;

/// <summary>Makes notifications of sealed events: finds whom each concerns, lets those watch who work on something, and fills inboxes. Nobody is told of what he did himself.</summary>
public sealed class Notifier(HeliosDb db, Registry registry) : IEventFollower
{
    public const string Name = "inbox";

    /// <summary>Doors through which people come: what a job or the start does makes nobody a watcher.</summary>
    static readonly string[] People = ["page", "rest"];

    public async Task Take(IReadOnlyList<FollowedEvent> events, DateTimeOffset now, CancellationToken stop)
    {
        var involvements = registry.Contributions<Involvement>().ToDictionary(one => one.Value.Kind, one => one.Value, StringComparer.Ordinal);
        var happenings = events.Select(happened => Happening.Of(happened, involvements.GetValueOrDefault(happened.Kind))).ToList();
        var circle = await Circle.Load(db, [.. events.Select(happened => happened.EntityId).Distinct()], happenings.SelectMany(happening => happening.People), stop);
        var quiet = registry.Commands.Where(command => command.IsQuiet).SelectMany(command => new[] { command.Name, command.Happened }).ToHashSet(StringComparer.Ordinal);
        List<Notification> notifications = [];
        foreach (var happening in happenings)
        {
            if (quiet.Contains(happening.Event.Command ?? happening.Event.Action))
                notifications.AddRange(Notify(happening, circle, happening.Added is { } added ? [(added, Reason.Watching)] : []));
            else
                notifications.AddRange(Notify(happening, circle, [.. Concerned(happening, circle, involvements.GetValueOrDefault(happening.Event.Kind))]));
            Follow(happening, circle, now);
        }

        await circle.Save(stop);
        await InboxWriter.Write(db, notifications.Where(notification => notification.Channels.Contains(Channel.Inbox)), stop);
    }

    static IEnumerable<(Guid User, string Reason)> Concerned(Happening happening, Circle circle, Involvement? involvement)
    {
        foreach (var mentioned in happening.Mentioned)
            yield return (mentioned, Reason.Mentioned);
        if (happening.Assigned is { } assigned)
            yield return (assigned, Reason.Assigned);
        if (involvement?.TellsReaders == true)
            foreach (var reader in circle.Readers(happening.Event.EntityId))
                yield return (reader, Reason.Requester);
        foreach (var watcher in circle.Watchers(happening.Event.EntityId))
            yield return (watcher.UserId, watcher.Because == WatchReason.Assigned ? Reason.Assigned : Reason.Watching);
    }

    static IEnumerable<Notification> Notify(Happening happening, Circle circle, IReadOnlyList<(Guid User, string Reason)> concerned) =>
        from one in concerned
        group one.Reason by one.User into reasons
        where reasons.Key != happening.Event.UserId && circle.MayRead(reasons.Key, happening.Event.EntityId, happening.Event.Audience)
        let wishes = circle.Wishes(reasons.Key)
        let reason = Reason.Strongest(reasons.Where(reason => wishes.ChannelsFor(reason).Count > 0))
        where reason is not null
        select new Notification(reasons.Key, happening.Event, reason, wishes.ChannelsFor(reason));

    static void Follow(Happening happening, Circle circle, DateTimeOffset now)
    {
        var entity = happening.Event.EntityId;
        if (happening.Released is { } released)
            circle.Unassign(released, entity);
        if (happening.Assigned is { } assigned)
            circle.Watch(assigned, entity, WatchReason.Assigned, now);
        foreach (var mentioned in happening.Mentioned)
            circle.Watch(mentioned, entity, WatchReason.Mentioned, now);
        if (happening.Event.UserId is not { } actor || !People.Contains(happening.Event.Door, StringComparer.Ordinal))
            return;
        if (happening.IsCreation)
            circle.Watch(actor, entity, WatchReason.Created, now);
        if (happening.IsComment)
            circle.Watch(actor, entity, WatchReason.Commented, now);
    }
}
