using Helios.Core.Links;
using Helios.Web.Pages;

namespace Helios.Core.Panels;

/// <summary>What a record is linked to.</summary>
/// <param name="Subject">The record.</param>
/// <param name="Root">The address of the record's links.</param>
/// <param name="Links">The links.</param>
/// <param name="CanWrite">Whether links can be made and taken away.</param>
public sealed record LinksView(EntitySubject Subject, string Root, IReadOnlyList<LinkView> Links, bool CanWrite);
