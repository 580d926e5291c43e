using Helios.Web.Pages;

namespace Helios.Core.Tags.Pages;

/// <summary>The tags of a record.</summary>
/// <param name="Subject">The record.</param>
/// <param name="Root">The address of the record's tags.</param>
/// <param name="Search">Where the field asks for tags to choose from.</param>
/// <param name="Tags">The tags.</param>
/// <param name="CanWrite">Whether tags can be put on and taken off.</param>
public sealed record TagsView(EntitySubject Subject, string Root, string Search, IReadOnlyList<TagView> Tags, bool CanWrite);
