using Helios.Web.Components.Content;
using Helios.Web.Pages;

namespace Helios.Core.Settings;

/// <summary>The tabs of the settings that this actor may open.</summary>
public static class SettingsTabs
{
    /// <summary>The tabs in order, with the current one marked.</summary>
    public static IReadOnlyList<TabLink> For(PageRequest request)
    {
        var tabs = Tabs(request);
        // A page below a tab's own belongs to that tab; all begin with the first one's address.
        var current = tabs.Where(tab => request.Path == tab.Path || request.Path.StartsWith(tab.Path + "/", StringComparison.Ordinal)).MaxBy(tab => tab.Path.Length);
        return [.. tabs.Select(tab => new TabLink(request.Say(tab.Label), request.Address(tab.Path), Current: tab == current))];
    }

    static List<SettingsTab> Tabs(PageRequest request) =>
    [
        .. request.Registry.Contributions<SettingsTab>()
            .Where(tab => !request.Scope.Organization!.ModulesOff.Contains(tab.Module.Id) && request.Scope.Actor.Can(tab.Value.Permission))
            .Select(tab => tab.Value)
            .OrderBy(tab => tab.Order),
    ];
}
