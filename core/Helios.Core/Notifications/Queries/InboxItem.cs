using Helios.Core.Search;

namespace Helios.Core.Notifications.Queries;

/// <summary>An entry of an inbox.</summary>
/// <param name="Id">The entry, by which it is marked and put away.</param>
/// <param name="Entity">What it is about.</param>
/// <param name="Reason">Why the reader is told: mentioned, assigned, requester or watching.</param>
/// <param name="Updates">How much has happened since he read it last.</param>
/// <param name="Who">Who did the latest of it.</param>
/// <param name="What">What that was, to be read after the name.</param>
/// <param name="HappenedAt">When that was, in UTC.</param>
/// <param name="IsUnread">Whether he has not read it yet.</param>
/// <param name="Archived">Whether it is put away.</param>
public sealed record InboxItem(Guid Id, EntityView Entity, string Reason, int Updates, string Who, string What, DateTimeOffset HappenedAt, bool IsUnread, bool Archived);
