using Helios.Kernel.Entities;

namespace Helios.Core.Notifications;

/// <summary>What somebody does not want: to be told for some reasons, or to watch by himself what he works on. Without a row he wants all of it.</summary>
public sealed class NotificationSetting : IOwned
{
    public Guid OrganizationId { get; set; }

    public required Guid UserId { get; init; }

    /// <summary>The <see cref="Reason"/>s for which nothing reaches the inbox.</summary>
    public string[] InboxOff { get; set; } = [];

    /// <summary>The <see cref="Watchers.WatchReason"/>s for which he does not watch by himself.</summary>
    public string[] WatchOff { get; set; } = [];

    /// <summary>The channels on which he is told for this reason.</summary>
    public IReadOnlySet<string> ChannelsFor(string reason) =>
        InboxOff.Contains(reason, StringComparer.Ordinal) ? new HashSet<string>(StringComparer.Ordinal) : new HashSet<string>(StringComparer.Ordinal) { Channel.Inbox };
}
