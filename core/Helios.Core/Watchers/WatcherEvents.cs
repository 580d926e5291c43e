namespace Helios.Core.Watchers;

/// <summary>How events tell who watches.</summary>
static class WatcherEvents
{
    /// <summary>The field that holds the person.</summary>
    public const string Field = "watcher.userId";

    public const string Added = "WatcherAdded";

    public const string Removed = "WatcherRemoved";
}
