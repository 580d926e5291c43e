using Helios.Kernel.Labeling;

namespace Helios.Web.Components.Shell;

/// <summary>What the frame around every page of an organization shows: places, people, acts. The same for all pages of a person at a moment.</summary>
public sealed record ShellModel
{
    /// <summary>Name of the organization whose page it is.</summary>
    public required string OrganizationName { get; init; }

    /// <summary>Its slug, the first part of every address.</summary>
    public required string OrganizationSlug { get; init; }

    /// <summary>The place of the organization's chain that the page is at least as new as; null where nothing is followed.</summary>
    public long? AsOf { get; init; }

    /// <summary>A short fact under its name, such as "312 people".</summary>
    public string? OrganizationCaption { get; init; }

    /// <summary>Organizations to switch to. With fewer than two the name is a plain heading.</summary>
    public IReadOnlyList<OrganizationChoice> Organizations { get; init; } = [];

    /// <summary>Places in order; the first group may have no label.</summary>
    public required IReadOnlyList<NavigationGroup> Navigation { get; init; }

    /// <summary>Views of lists that the person has pinned.</summary>
    public IReadOnlyList<NavigationItem> Pinned { get; init; } = [];

    /// <summary>Where the pinned views are fetched with counts that hold; null where those at hand hold.</summary>
    public string? PinnedAddress { get; init; }

    /// <summary>What stands at the foot of the sidebar, as a rule Settings.</summary>
    public NavigationItem? Settings { get; init; }

    /// <summary>How what runs by itself stands, above Settings; null where nothing is told.</summary>
    public ShellStatus? Status { get; init; }

    /// <summary>Up to three addresses of the bar at the bottom of small screens; Search and More are added.</summary>
    public IReadOnlyList<NavigationItem> Quick { get; init; } = [];

    /// <summary>Name of the person who looks.</summary>
    public required string UserName { get; init; }

    /// <summary>What the person is, such as "IT lead".</summary>
    public string? UserCaption { get; init; }

    /// <summary>What the person's menu offers, sign-out apart.</summary>
    public IReadOnlyList<MenuEntry> UserItems { get; init; } = [];

    /// <summary>Address that a POST signs out at.</summary>
    public string SignOutAddress { get; init; } = "/sign-out";

    /// <summary>Address of the person's inbox; null where there is none.</summary>
    public string? InboxAddress { get; init; }

    /// <summary>How many entries of the inbox the person has not read.</summary>
    public int Unread { get; init; }

    /// <summary>What the New menu makes. Empty: no such button.</summary>
    public IReadOnlyList<MenuEntry> NewItems { get; init; } = [];

    /// <summary>What the palette offers before anything is typed and filters at once: acts and pages.</summary>
    public IReadOnlyList<PaletteCommand> Commands { get; init; } = [];

    /// <summary>Results of the last act, shown once.</summary>
    public IReadOnlyList<Toast> Toasts { get; init; } = [];

    /// <summary>Antiforgery token of the page, written into every form that posts.</summary>
    public required string CsrfToken { get; init; }

    /// <summary>Name of the hidden field that carries <see cref="CsrfToken"/>.</summary>
    public string CsrfField { get; init; } = "__RequestVerificationToken";

    /// <summary>What the organization calls kinds and places.</summary>
    public Labels Labels { get; init; } = Labels.Plain;

    /// <summary>Look and language that the person chose.</summary>
    public Appearance Appearance { get; init; } = new();

    /// <summary>Address of the help page, if there is one.</summary>
    public string? HelpAddress { get; init; }

    /// <summary>What stands above every page as long as it holds; null as a rule.</summary>
    public ShellNotice? Notice { get; init; }

    /// <summary>Whether the page is shown in the panel beside another one: without the frame, to be read. Components that act leave themselves out.</summary>
    public bool IsPeek { get; init; }

    /// <summary>The organization's first page.</summary>
    public string HomeAddress => "/" + OrganizationSlug;

    /// <summary>Where palette and pickers ask.</summary>
    public string SearchAddress => "/" + OrganizationSlug + "/search";
}
