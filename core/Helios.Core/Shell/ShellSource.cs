using Helios.Core.ApiGuide.Pages;
using Helios.Core.Help.Pages;
using Helios.Core.Identity;
using Helios.Core.Identity.Accounts;
using Helios.Core.Identity.Sessions;
using Helios.Core.Notifications;
using Helios.Core.Samples;
using Helios.Core.Settings;
using Helios.Core.Views;
using Helios.Kernel.Modules;
using Helios.Kernel.Scopes;
using Helios.Web.Components.Shell;
using Helios.Web.Pages;

namespace Helios.Core.Shell;

/// <summary>Makes the frame around every page from what modules contribute, as far as this actor may see it.</summary>
public sealed class ShellSource(Registry registry, PinnedPlaces pinnedPlaces, ViewCounts views, SampleMode? sample = null) : IShellSource
{
    static readonly string[] Groups = ["", "Support", "Inventory", "Protection", "Improvement"];

    public async ValueTask<ShellModel> For(PageRequest request, FormToken token, IReadOnlyList<Toast> toasts)
    {
        var scope = request.Scope;
        var organization = scope.Organization!;
        var who = SignedIn.Of(request.Http);
        if (request.IsPeek)
            return Beside(request, token);
        var places = await Places(request);
        var view = request.Query("view");
        var pinned = await pinnedPlaces.For(request, view);
        return new ShellModel
        {
            OrganizationName = organization.Name,
            OrganizationSlug = organization.Slug,
            AsOf = request.AsOf,
            Organizations = [.. (who?.Organizations ?? []).Select(other => new OrganizationChoice(other.Name, "/" + other.Slug, other.Slug == organization.Slug))],
            Navigation = GroupsOf(places),
            Pinned = pinned.Items,
            // The mark makes a live refresh fetch the counts again.
            PinnedAddress = pinned.AreCounted ? null : request.Address($"/pinned-views?mark={views.Mark(organization.Id)}&current={Uri.EscapeDataString(view ?? "")}"),
            Settings = SettingsFor(request),
            Quick = [.. places.Where(place => place.Declared.Quick).Select(place => place.Item)],
            Labels = request.Labels,
            UserName = scope.Actor.Name,
            UserCaption = RoleRules.Label(scope.Actor.Role),
            UserItems = [new MenuEntry("Your account", "user", request.Address("/account")), new MenuEntry("Access tokens", "key", request.Address("/account/tokens")), new MenuEntry("Appearance", "contrast", request.Address("/account/appearance"))],
            InboxAddress = scope.Actor.Can(InboxFeature.Use) ? request.Address(InboxFeature.Page) : null,
            Unread = who?.Unread ?? 0,
            NewItems = [.. Mine<NewItem>(scope, item => item.Permission).Select(item => new MenuEntry(request.Say(item.Label), item.Icon, request.Address(item.Path), item.Keys))],
            Commands = CommandsFor(request),
            Toasts = toasts,
            Notice = sample is null ? null : new ShellNotice("Sample organization", scope.Actor.Can(IdentityFeature.Manage) ? "Remove sample" : null, scope.Actor.Can(IdentityFeature.Manage) ? request.Address("/remove-sample") : null),
            HelpAddress = HelpPages.Index,
            CsrfToken = token.Value,
            CsrfField = token.Field,
            Appearance = who?.Look.Appearance() ?? new(),
        };
    }

    /// <summary>What a page in the panel at the side needs to know; nothing of it is asked for or shown.</summary>
    static ShellModel Beside(PageRequest request, FormToken token) => new()
    {
        IsPeek = true,
        OrganizationName = request.Scope.Organization!.Name,
        OrganizationSlug = request.Slug,
        Navigation = [],
        Labels = request.Labels,
        UserName = request.Scope.Actor.Name,
        CsrfToken = token.Value,
        CsrfField = token.Field,
    };

    IEnumerable<T> Mine<T>(Scope scope, Func<T, string> permission) => registry.Contributions<T>()
        .Where(one => !scope.Organization!.ModulesOff.Contains(one.Module.Id) && scope.Actor.Can(permission(one.Value)))
        .Select(one => one.Value);

    /// <summary>The areas, each with its places; all counts are asked at the same time.</summary>
    async Task<(Place Declared, NavigationItem Item)[]> Places(PageRequest request)
    {
        var mine = Mine<Place>(request.Scope, place => place.Permission).Where(place => place.For?.Invoke(request.Scope.Actor) != false).OrderBy(place => place.Order).ToList();
        var current = mine.Where(place => IsAt(request.Path, place.Path)).MaxBy(place => (place.Path.Length, place.Within is not null));
        var counts = await Task.WhenAll(mine.Select(place => place.Count?.Invoke(request) ?? Task.FromResult<int?>(null)));
        var items = mine.Select((place, i) => (place, Item: new NavigationItem(request.Labels.Area(place.Label), place.Icon, request.Address(place.Path))
        {
            Key = place.Keys,
            Count = counts[i] is > 0 ? counts[i] : null,
            Tone = place.Tone,
            Current = place == current || (place.Within is null && current?.Within == place.Label),
        })).ToList();
        return [.. items.Where(item => item.place.Within is null).Select(area => (area.place, area.Item with
        {
            Items = [.. items.Where(item => item.place.Within == area.place.Label).Select(item => item.Item)],
        }))];
    }

    static bool IsAt(string path, string place) =>
        place.Length == 0 ? path.Length is 0 or 1 : path.StartsWith(place, StringComparison.Ordinal) && (path.Length == place.Length || path[place.Length] == '/');

    static IReadOnlyList<NavigationGroup> GroupsOf((Place Declared, NavigationItem Item)[] places) =>
    [
        .. places.GroupBy(place => place.Declared.Group ?? "", place => place.Item, StringComparer.Ordinal)
            .OrderBy(group => Array.IndexOf(Groups, group.Key) is >= 0 and var at ? at : Groups.Length)
            .Select(group => new NavigationGroup(group.Key.Length == 0 ? null : group.Key, [.. group])),
    ];

    NavigationItem? SettingsFor(PageRequest request)
    {
        var first = Mine<SettingsTab>(request.Scope, tab => tab.Permission).MinBy(tab => tab.Order);
        return first is null ? null : new NavigationItem("Settings", "settings", request.Address(first.Path)) { Key = "g s", Current = IsAt(request.Path, "/settings") };
    }

    IReadOnlyList<PaletteCommand> CommandsFor(PageRequest request) =>
    [
        .. registry.Commands
            .Where(command => command.PaletteName is not null && command.PalettePage is not null
                && !request.Scope.Organization!.ModulesOff.Contains(command.Module.Id) && command.Allows(request.Scope.Actor))
            .Select(command => new PaletteCommand(request.Say(command.PaletteName!), request.Address(command.PalettePage!), Subtitle: command.Module.Name)),
        .. request.Scope.Actor.Can(IdentityFeature.Own) ? [new PaletteCommand("API", request.Address(ApiPages.Root), "code", "Help")] : Array.Empty<PaletteCommand>(),
    ];
}
