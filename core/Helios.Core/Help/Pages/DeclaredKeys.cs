using Helios.Kernel.Labeling;
using Helios.Kernel.Modules;
using Helios.Web.Pages;

namespace Helios.Core.Help.Pages;

/// <summary>Keys that modules declare with what they contribute.</summary>
/// <param name="Title">Where they work.</param>
/// <param name="Keys">The keys and what they do; what answers to the same keys stands together.</param>
public sealed record DeclaredKeys(string Title, IReadOnlyList<(string Keys, string Act)> Keys)
{
    /// <summary>The keys of all places, of the New menu and of the buttons on records.</summary>
    public static IReadOnlyList<DeclaredKeys> Of(Registry registry)
    {
        var labels = Labels.Of(registry, new Dictionary<string, (string, string)>(StringComparer.Ordinal));
        return
        [
            Group("Go to", All<Place>().OrderBy(place => place.Order).Select(place => (place.Keys, labels.Area(place.Label)))),
            Group("New", All<NewItem>().Select(item => ((string?)item.Keys, labels.Fill(item.Label)))),
            Group("Buttons on records", All<EntityAction>().OrderBy(action => action.Order).Select(action => (action.Keys, labels.Fill(action.Label) + On(action)))),
        ];

        IEnumerable<T> All<T>() => registry.Contributions<T>().Select(one => one.Value);
        string On(EntityAction action) => action.Kind is null ? ", on every record" : $", on the page of a {labels.Kind(action.Kind).OneInText}";
    }

    static DeclaredKeys Group(string title, IEnumerable<(string? Keys, string Act)> all) => new(title,
    [
        .. all.Where(one => one.Keys is not null).GroupBy(one => one.Keys!, one => one.Act, StringComparer.Ordinal)
            .Select(group => (group.Key, string.Join(" or ", group.Distinct(StringComparer.Ordinal)))),
    ]);
}
