using Helios.Core.Timeline;

namespace Helios.Core.Panels;

/// <summary>What happened to a record.</summary>
/// <param name="Items">The newest first.</param>
/// <param name="More">The page with what happened before; null where that is all.</param>
/// <param name="Now">The moment of the page, in UTC.</param>
/// <param name="Slug">The organization in addresses.</param>
public sealed record TimelineView(IReadOnlyList<TimelineItem> Items, string? More, DateTimeOffset Now, string Slug);
