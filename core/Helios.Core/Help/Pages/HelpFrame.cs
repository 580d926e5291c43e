using Helios.Web.Components.Shell;

namespace Helios.Core.Help.Pages;

/// <summary>What stands around a help page.</summary>
/// <param name="Appearance">The look that the person chose; the system's for strangers.</param>
/// <param name="Home">Where the logo leads.</param>
public sealed record HelpFrame(Appearance Appearance, string Home)
{
    /// <summary>The pages about the API, with the records of the person's organization; null for strangers.</summary>
    public string? Api { get; init; }
}
