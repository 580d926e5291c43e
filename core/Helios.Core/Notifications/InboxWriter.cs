using Helios.Kernel.Data;
using Helios.Kernel.Events.Following;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Notifications;

/// <summary>Fills inboxes, all of them with one statement: what happens to much work tells many people.</summary>
static class InboxWriter
{
    /// <summary>
    /// Makes an entry of each person and entity, or brings it back to the top, unread: it counts up until he reads it, and
    /// of several reasons since then keeps the strongest. What was removed meanwhile is told to nobody.
    /// </summary>
    /// <param name="db">The database, in a transaction.</param>
    /// <param name="notifications">What happened, in the order of the chain.</param>
    /// <param name="stop">Ends when the node stops.</param>
    public static async Task Write(HeliosDb db, IEnumerable<Notification> notifications, CancellationToken stop)
    {
        List<News> news = [.. notifications.GroupBy(one => (one.UserId, one.Event.EntityId), (_, told) => News.Of([.. told]))];
        if (news.Count == 0)
            return;
        var strongest = Reason.All.ToArray();
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into inbox_entry as known (organization_id, id, user_id, entity_id, reason, audience, updates, seq, event_id, happened_at, is_unread)
            select e.organization_id, uuidv7(), user_id, e.id, reason, audience, updates, seq, event_id, happened_at, true
            from unnest(
              {Each(news, one => one.UserId)}, {Each(news, one => one.Event.EntityId)}, {Each(news, one => one.Reason)}, {Each(news, one => one.Event.Audience)},
              {Each(news, one => one.Updates)}, {Each(news, one => one.Event.Seq)}, {Each(news, one => one.Event.Id)}, {Each(news, one => one.Event.OccurredAt)})
              as news (user_id, entity_id, reason, audience, updates, seq, event_id, happened_at)
            join entity e on e.organization_id = {db.OrganizationId} and e.id = news.entity_id
            for key share of e
            on conflict (organization_id, user_id, entity_id) do update set
              reason = case when known.is_unread
                then ({strongest})[least(array_position({strongest}, known.reason), array_position({strongest}, excluded.reason))]
                else excluded.reason end,
              updates = case when known.is_unread then known.updates else 0 end + excluded.updates,
              audience = excluded.audience, seq = excluded.seq, event_id = excluded.event_id, happened_at = excluded.happened_at,
              is_unread = true, archived_at = null
            """, stop);
    }

    static T[] Each<T>(List<News> news, Func<News, T> value) => [.. news.Select(value)];

    /// <summary>What some events tell one person about one entity.</summary>
    sealed record News(Guid UserId, string Reason, int Updates, FollowedEvent Event)
    {
        public static News Of(IReadOnlyList<Notification> told) =>
            new(told[0].UserId, Notifications.Reason.Strongest(told.Select(one => one.Reason))!, told.Count, told[^1].Event);
    }
}
