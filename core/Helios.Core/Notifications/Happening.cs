using System.Text.Json;
using Helios.Core.Watchers;
using Helios.Kernel.Events.Following;

namespace Helios.Core.Notifications;

/// <summary>An event with the people whom it names: who was mentioned, assigned, released, added to the watchers.</summary>
sealed class Happening
{
    const string Comment = "comment.body";
    const string Mention = "comment_mention.userId";

    Happening(FollowedEvent happened) => Event = happened;

    public FollowedEvent Event { get; }

    public IReadOnlyList<Guid> Mentioned { get; private init; } = [];

    /// <summary>Who takes care of it since.</summary>
    public Guid? Assigned { get; private init; }

    /// <summary>Who took care of it before.</summary>
    public Guid? Released { get; private init; }

    /// <summary>Whom somebody added to the watchers.</summary>
    public Guid? Added { get; private init; }

    /// <summary>Whether the entity is new.</summary>
    public bool IsCreation { get; private init; }

    public bool IsComment { get; private init; }

    /// <summary>Everybody whom it names, the one who did it among them.</summary>
    public IEnumerable<Guid> People => Mentioned.Concat(new[] { Assigned, Released, Added, Event.UserId }.OfType<Guid>());

    /// <summary>Reads an event.</summary>
    /// <param name="happened">The event.</param>
    /// <param name="involvement">What the kind's feature says of people; null where it says nothing.</param>
    public static Happening Of(FollowedEvent happened, Involvement? involvement)
    {
        var changes = happened.Changes();
        var assignee = involvement?.AssigneeField is { } field ? changes.FirstOrDefault(change => change.Field == field) : null;
        return new Happening(happened)
        {
            Mentioned = [.. changes.Where(change => change.Field == Mention).Select(change => Id(change.New)).OfType<Guid>()],
            Assigned = Id(assignee?.New),
            Released = Id(assignee?.Old),
            Added = happened.Action == WatcherEvents.Added ? Id(changes.FirstOrDefault(change => change.Field == WatcherEvents.Field)?.New) : null,
            IsCreation = changes.Any(change => change is { Field: "key", Old: null }),
            IsComment = changes.Any(change => change.Field == Comment),
        };
    }

    static Guid? Id(JsonElement? value) => value is { ValueKind: JsonValueKind.String } text && text.TryGetGuid(out var id) ? id : null;
}
