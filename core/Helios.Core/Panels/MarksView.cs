using Helios.Core.Tags;
using Helios.Core.Watchers;
using Helios.Web.Pages;

namespace Helios.Core.Panels;

/// <summary>The tags and the watchers of a record.</summary>
/// <param name="Subject">The record.</param>
/// <param name="Root">The address of everything about the record.</param>
/// <param name="Search">Where the field asks for tags to choose from.</param>
/// <param name="Tags">The tags.</param>
/// <param name="Watchers">The watchers.</param>
public sealed record MarksView(EntitySubject Subject, string Root, string Search, IReadOnlyList<TagView> Tags, IReadOnlyList<WatcherView> Watchers)
{
    /// <summary>Whether tags can be put on and taken off.</summary>
    public required bool CanTag { get; init; }

    /// <summary>Whether the reader can watch.</summary>
    public required bool CanWatch { get; init; }

    /// <summary>The reader in the directory, or null.</summary>
    public required Guid? Me { get; init; }

    /// <summary>Whether the reader watches it.</summary>
    public bool IsWatching => Watchers.Any(watcher => watcher.UserId == Me);
}
