using Helios.Kernel.Modules;
using Helios.Web.Components.Content;
using Helios.Web.Pages;
using Microsoft.Extensions.DependencyInjection;

namespace Helios.Core.Settings;

/// <summary>The tabs of the settings that this actor may open.</summary>
public static class SettingsTabs
{
    /// <summary>The tabs in order, with the current one marked.</summary>
    public static IReadOnlyList<TabLink> For(PageRequest request) =>
    [
        .. request.Http.RequestServices.GetRequiredService<Registry>().Contributions<SettingsTab>()
            .Where(tab => !request.Scope.Organization!.ModulesOff.Contains(tab.Module.Id) && request.Scope.Actor.Can(tab.Value.Permission))
            .Select(tab => tab.Value)
            .OrderBy(tab => tab.Order)
            .Select(tab => new TabLink(tab.Label, request.Address(tab.Path), Current: request.Path == tab.Path)),
    ];
}
