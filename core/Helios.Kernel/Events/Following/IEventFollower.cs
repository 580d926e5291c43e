namespace Helios.Kernel.Events.Following;

/// <summary>
/// Makes something of what happened: inbox entries, later webhooks and automation. It is given the sealed events of one organization in
/// the order of their chain, inside the transaction that also moves its place there: what it writes by the context's database is written once, whatever dies when.
/// </summary>
public interface IEventFollower
{
    /// <summary>Takes the next events. An exception rolls all of it back; the same events come again.</summary>
    /// <param name="events">At most 500, in order.</param>
    /// <param name="now">The time, in UTC.</param>
    /// <param name="stop">Ends when the node stops.</param>
    Task Take(IReadOnlyList<FollowedEvent> events, DateTimeOffset now, CancellationToken stop);
}
