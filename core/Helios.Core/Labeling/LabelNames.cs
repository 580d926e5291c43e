using Helios.Kernel.Labeling;
using Helios.Kernel.Modules;
using Helios.Kernel.Scopes;
using Helios.Web.Pages;

namespace Helios.Core.Labeling;

/// <summary>What can have a label: every kind and every place of the navigation.</summary>
static class LabelNames
{
    /// <summary>The names with their stock words, kinds first, of the modules that are on.</summary>
    public static IReadOnlyList<(string Name, bool IsKind, Label Stock)> Labelable(this Registry registry, Scope scope)
    {
        bool IsOn(Module module) => scope.Organization?.ModulesOff.Contains(module.Id) != true;
        return
        [
            .. registry.Kinds.Where(kind => IsOn(kind.Module)).Select(kind => (kind.Name, true, registry.StockLabels.Kind(kind.Name))),
            .. registry.Contributions<Place>().Where(place => IsOn(place.Module))
                .Select(place => (Name: Labels.AreaName(place.Value.Label), Label: registry.StockLabels.Fill(place.Value.Label)))
                .DistinctBy(place => place.Name, StringComparer.Ordinal)
                .Select(place => (place.Name, false, Label.Own(place.Label, place.Label))),
        ];
    }
}
