using Helios.Web.Components.Content;
using Microsoft.AspNetCore.Components;

namespace Helios.Web.Pages;

/// <summary>What modules add to the page of a record.</summary>
/// <param name="Main">Panels of the main column.</param>
/// <param name="Aside">Panels beside it.</param>
/// <param name="Actions">Buttons of the header, the main one last.</param>
public sealed record EntityParts(IReadOnlyList<RenderFragment> Main, IReadOnlyList<RenderFragment> Aside, IReadOnlyList<ShownAction> Actions)
{
    /// <summary>The record's own page and the pages that modules add about it; empty where there are none.</summary>
    public IReadOnlyList<TabLink> Tabs { get; init; } = [];
}
