namespace Helios.Core.Notifications;

/// <summary>A way on which a notification reaches somebody.</summary>
public static class Channel
{
    /// <summary>The list inside Helios.</summary>
    public const string Inbox = "inbox";
}
