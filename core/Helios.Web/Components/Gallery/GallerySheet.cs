using Helios.Web.Components.Forms;
using Helios.Web.Components.Shell;
using Microsoft.AspNetCore.Components;

namespace Helios.Web.Components.Gallery;

/// <summary>What every page of the gallery takes.</summary>
public abstract class GallerySheet : ComponentBase
{
    /// <summary>The look that the address asks for.</summary>
    [Parameter]
    public Appearance Appearance { get; set; } = new();

    /// <summary>Whether the panel at the side asks.</summary>
    [Parameter]
    public bool IsPeek { get; set; }

    /// <summary>Values and errors of a refused form.</summary>
    [Parameter]
    public FormState State { get; set; } = FormState.Fresh;

    /// <summary>The moment that the page shows.</summary>
    protected DateTimeOffset Now { get; private set; }

    /// <summary>The clock.</summary>
    [Inject]
    public required TimeProvider Clock { get; set; }

    /// <inheritdoc />
    protected override void OnInitialized() => Now = Clock.GetUtcNow();

    /// <summary>Some minutes before <see cref="Now"/>.</summary>
    protected DateTimeOffset Ago(int minutes) => Now.AddMinutes(-minutes);
}
