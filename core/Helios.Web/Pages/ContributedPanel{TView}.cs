using Microsoft.AspNetCore.Components;

namespace Helios.Web.Pages;

/// <summary>A panel for pages that do not know it: receives a finished view and asks for nothing itself.</summary>
/// <typeparam name="TView">The view model.</typeparam>
public abstract class ContributedPanel<TView> : ComponentBase
{
    /// <summary>What the panel shows.</summary>
    [Parameter, EditorRequired]
    public required TView View { get; set; }

    /// <summary>The panel as a fragment: <c>LinksPanel.Of&lt;LinksPanel&gt;(view)</c>.</summary>
    public static RenderFragment Of<TPanel>(TView view)
        where TPanel : ContributedPanel<TView> => builder =>
    {
        builder.OpenComponent<TPanel>(0);
        builder.AddMultipleAttributes(1, [new(nameof(View), view!)]);
        builder.CloseComponent();
    };
}
