using Helios.Kernel.Events.Following;

namespace Helios.Core.Notifications;

/// <summary>One thing that happened, for one person: what every channel delivers in its own way.</summary>
/// <param name="UserId">Whom it is for.</param>
/// <param name="Event">What happened.</param>
/// <param name="Reason">The strongest reason for which he is told.</param>
/// <param name="Channels">The channels on which he wants it.</param>
sealed record Notification(Guid UserId, FollowedEvent Event, string Reason, IReadOnlySet<string> Channels);
