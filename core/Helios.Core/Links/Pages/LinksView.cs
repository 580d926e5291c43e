using Helios.Web.Pages;

namespace Helios.Core.Links.Pages;

/// <summary>What a record is linked to.</summary>
/// <param name="Subject">The record.</param>
/// <param name="Root">The address of everything about the record, below which its links and its graph have theirs.</param>
/// <param name="Links">The links.</param>
/// <param name="CanWrite">Whether links can be made, changed and taken away.</param>
public sealed record LinksView(EntitySubject Subject, string Root, IReadOnlyList<LinkView> Links, bool CanWrite);
