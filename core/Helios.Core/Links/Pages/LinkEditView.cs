using Helios.Core.Search;

namespace Helios.Core.Links.Pages;

/// <summary>The page on which a link is changed, ended or taken away.</summary>
/// <param name="Entity">The record on whose page it stands.</param>
/// <param name="Link">The link.</param>
/// <param name="HasEnded">Whether it holds no more.</param>
public sealed record LinkEditView(EntityView Entity, LinkView Link, bool HasEnded);
