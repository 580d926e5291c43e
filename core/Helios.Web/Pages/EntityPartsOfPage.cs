using Helios.Kernel.Modules;
using Helios.Web.Components.Content;
using Microsoft.AspNetCore.Components;

namespace Helios.Web.Pages;

/// <summary>Collects what modules add to the page of a record.</summary>
public static class EntityPartsOfPage
{
    /// <summary>Panels and buttons for this record, as far as the actor may see them; every panel asks for itself, all at the same time.</summary>
    /// <param name="request">The request to the record's page.</param>
    /// <param name="subject">The record.</param>
    /// <param name="without">Names of panels that the page leaves out, since it shows the same itself.</param>
    public static async Task<EntityParts> PartsOf(this PageRequest request, EntitySubject subject, IReadOnlyCollection<string>? without = null)
    {
        var registry = request.Registry;
        var panels = Mine<EntityPanel>(registry, request, panel => panel.Permission)
            .Where(panel => panel.Kind is null || string.Equals(panel.Kind, subject.Kind, StringComparison.Ordinal))
            .Where(panel => panel.Name is null || without?.Contains(panel.Name, StringComparer.Ordinal) != true)
            .OrderBy(panel => panel.Order).ToList();
        var shown = await Task.WhenAll(panels.Select(panel => panel.Show(request, subject)));
        return new EntityParts(At(PanelPlace.Main), At(PanelPlace.Aside), Actions(registry, request, subject)) { Tabs = request.TabsOf(subject) };

        IReadOnlyList<RenderFragment> At(PanelPlace place) => [.. panels.Zip(shown).Where(pair => pair.First.Place == place).Select(pair => pair.Second).OfType<RenderFragment>()];
    }

    /// <summary>The tabs of a record, the page of this request marked: its own page, then what modules add; empty where they add none.</summary>
    public static IReadOnlyList<TabLink> TabsOf(this PageRequest request, EntitySubject subject)
    {
        var registry = request.Registry;
        var own = registry.Kind(subject.Kind)!.Page.Replace("{key}", subject.Key, StringComparison.Ordinal);
        var added = Mine<EntityTab>(registry, request, tab => tab.Permission)
            .Where(tab => string.Equals(tab.Kind, subject.Kind, StringComparison.Ordinal))
            .OrderBy(tab => tab.Order)
            .Select(tab => (tab.Label, Path: tab.Path(subject))).ToList();
        return added.Count == 0 ? [] : [.. added.Prepend(("Overview", Path: own)).Select(tab => new TabLink(tab.Item1, request.Address(tab.Path), Current: request.Path == tab.Path))];
    }

    static IReadOnlyList<ShownAction> Actions(Registry registry, PageRequest request, EntitySubject subject)
    {
        var actions = Mine<EntityAction>(registry, request, action => action.Permission)
            .Where(action => action.Kind is null || string.Equals(action.Kind, subject.Kind, StringComparison.Ordinal))
            .OrderBy(action => action.Order).ToList();
        var main = actions.Find(action => action.Primary);
        return [.. actions.OrderBy(action => action == main)
            .Select(action => new ShownAction(request.Say(action.Label), request.Address(action.Path(subject)), action.Icon, action.Keys, action == main))];
    }

    static IEnumerable<T> Mine<T>(Registry registry, PageRequest request, Func<T, string> permission) => registry.Contributions<T>()
        .Where(one => !request.Scope.Organization!.ModulesOff.Contains(one.Module.Id) && request.Scope.Actor.Can(permission(one.Value)))
        .Select(one => one.Value);
}
