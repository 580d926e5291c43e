namespace Helios.Core.Panels;

/// <summary>The whole timeline of a record, page by page.</summary>
/// <param name="Kind">The record's kind.</param>
/// <param name="Id">Its id.</param>
/// <param name="Key">Its key.</param>
/// <param name="Title">Its name.</param>
/// <param name="Href">Its page.</param>
/// <param name="Timeline">What happened.</param>
public sealed record TimelinePageView(string Kind, Guid Id, string Key, string Title, string Href, TimelineView Timeline);
