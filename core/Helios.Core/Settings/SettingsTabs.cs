using Helios.Kernel.Modules;
using Helios.Web.Components.Content;
using Helios.Web.Pages;
using Microsoft.Extensions.DependencyInjection;

namespace Helios.Core.Settings;

/// <summary>The tabs of the settings that this actor may open.</summary>
public static class SettingsTabs
{
    /// <summary>The tabs in order, with the current one marked.</summary>
    /// <param name="request">The request to the page.</param>
    /// <param name="current">The path of the tab that it belongs to; null for the page's own, which a refused form may have left.</param>
    public static IReadOnlyList<TabLink> For(PageRequest request, string? current = null) =>
    [
        .. request.Http.RequestServices.GetRequiredService<Registry>().Contributions<SettingsTab>()
            .Where(tab => !request.Scope.Organization!.ModulesOff.Contains(tab.Module.Id) && request.Scope.Actor.Can(tab.Value.Permission))
            .Select(tab => tab.Value)
            .OrderBy(tab => tab.Order)
            .Select(tab => new TabLink(tab.Label, request.Address(tab.Path), Current: (current ?? request.Path) == tab.Path)),
    ];
}
