using Helios.Web.Components.Forms;
using Helios.Web.Components.Shell;
using Microsoft.AspNetCore.Components;

namespace Helios.Web.Pages;

/// <summary>A page of an organization: receives a finished view model and asks for nothing itself. It renders an <see cref="AppShell"/>.</summary>
/// <typeparam name="TView">The view model.</typeparam>
public abstract class HeliosPage<TView> : ComponentBase
{
    /// <summary>What the page shows.</summary>
    [Parameter, EditorRequired]
    public required TView View { get; set; }

    /// <summary>The frame around it; null on pages outside every organization.</summary>
    [Parameter]
    public ShellModel? Frame { get; set; }

    /// <summary>The frame of a page inside an organization.</summary>
    protected ShellModel Shell => Frame ?? throw new InvalidOperationException("This page stands outside every organization and has no frame.");

    /// <summary>What was typed and what is wrong, when a refused form is shown again.</summary>
    [Parameter]
    public FormState Form { get; set; } = FormState.Fresh;

    /// <summary>The antiforgery token; a page with an <see cref="AppShell"/> has it in its frame.</summary>
    [Parameter]
    public FormToken? Token { get; set; }

    /// <summary>What happened just before, on pages outside every organization; inside, the frame shows it.</summary>
    [Parameter]
    public IReadOnlyList<Toast> Toasts { get; set; } = [];

    /// <summary>A text with the names of kinds filled in: <c>Say("New {ticket}")</c>.</summary>
    protected string Say(string text) => Shell.Labels.Fill(text);

    /// <summary>The address of a page of this organization: <c>Address("/desk/tickets")</c>.</summary>
    protected string Address(string path) => "/" + Shell.OrganizationSlug + path;
}
