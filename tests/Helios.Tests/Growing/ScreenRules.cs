using Helios.Core.Bulk;
using Helios.Core.Home;
using Helios.Kernel.Modules;
using Helios.Web.Assets;
using Helios.Web.Pages;

namespace Helios.Tests.Growing;

/// <summary>What modules put on the screen by name: icons that are drawn, and keys that lead to one place each.</summary>
static class ScreenRules
{
    /// <summary>Icons that web/icons/icons.json does not know: nothing would stand where they should.</summary>
    public static IEnumerable<string> UnknownIcons(Registry registry) =>
        registry.Kinds.Select(kind => (Of: $"the kind {kind.Name}", kind.Icon))
            .Concat(All<NewItem>(registry).Select(item => (Of: item.Label, item.Icon)))
            .Concat(All<BulkAct>(registry).Select(act => (Of: act.Label, act.Icon)))
            .Concat(All<HomeStep>(registry).Select(step => (Of: step.Title, step.Icon)))
            .Concat(All<Place>(registry).Where(place => place.Icon is not null).Select(place => (Of: place.Label, Icon: place.Icon!)))
            .Concat(All<EntityAction>(registry).Where(action => action.Icon is not null).Select(action => (Of: action.Label, Icon: action.Icon!)))
            .Where(one => !AssetManifest.Embedded.Icons.Contains(one.Icon))
            .Select(one => $"“{one.Of}” has the icon {one.Icon}, which is no meaning of web/icons/icons.json: take one that is, or add it there.");

    /// <summary>Keys that two of the same page answer to.</summary>
    public static IEnumerable<string> KeysTwice(Registry registry)
    {
        var actions = All<EntityAction>(registry).Where(action => action.Keys is not null).ToList();
        List<(string Keys, string Leads)> everywhere =
        [
            .. All<Place>(registry).Where(place => place.Keys is not null).Select(place => (place.Keys!, place.Path)),
            .. All<NewItem>(registry).Select(item => (item.Keys, item.Path)),
            .. actions.Where(action => action.Kind is null).Select(action => (action.Keys!, action.Label)),
        ];
        return actions.Where(action => action.Kind is not null).GroupBy(action => action.Kind, StringComparer.Ordinal)
            .SelectMany(kind => Twice([.. everywhere, .. kind.Select(action => (action.Keys!, action.Label))]))
            .Concat(Twice(everywhere)).Distinct(StringComparer.Ordinal);
    }

    static IEnumerable<string> Twice(IEnumerable<(string Keys, string Leads)> page) => page.Distinct()
        .GroupBy(one => one.Keys, StringComparer.Ordinal)
        .Where(group => group.Count() > 1)
        .Select(group => $"“{group.Key}” leads to {string.Join(" and to ", group.Select(one => one.Leads))}: choose other keys for one of them.");

    static IEnumerable<T> All<T>(Registry registry) => registry.Contributions<T>().Select(one => one.Value);
}
