using Helios.Kernel.Commands;
using Helios.Kernel.CustomFields;
using Helios.Kernel.Data;
using Helios.Kernel.Filtering;
using Helios.Kernel.Modules;
using Helios.Kernel.Problems;
using Helios.Kernel.Queries;
using Helios.Kernel.Scopes;
using Helios.Web.Lists;

namespace Helios.Core.Views.Commands;

/// <summary>What must hold of a view before it is kept.</summary>
public sealed class ViewRules(HeliosDb db, Registry registry, ListRunner lists)
{
    /// <summary>More views than this are no help any more; it also bounds what every page of a list reads.</summary>
    public const int Most = 100;

    /// <summary>What is wrong with the list, the filter, the order or the columns; null when they can be kept.</summary>
    public async Task<Problem?> Refuses(string kind, string filter, string? sort, IReadOnlyList<string> columns, CommandContext context)
    {
        if (registry.Contributions<EntityList>().FirstOrDefault(declared => declared.Value.Kind == kind)?.Value.Names is not { } own || registry.List(kind, context.Scope) is not { } list)
            return Problem.Invalid("kind", $"There is no list of “{kind}” that you can see. Name a kind, such as ticket.");
        IReadOnlyList<string> known = [.. own, .. context.Scope.CustomFields(list.RowType).For(context.Actor).Select(field => field.Path)];
        if (columns.FirstOrDefault(column => !known.Contains(column, StringComparer.Ordinal)) is { } unknown)
            return Problem.Invalid("columns", $"This list has no column “{unknown}”. Choose among {string.Join(", ", known)}.");
        var reading = new FilterContext(context.Actor, context.Now, context.Scope.Zone) { Db = db, CustomFields = context.Scope.Organization?.CustomFields ?? CustomFieldCatalog.Empty };
        return await lists.Refuses(list, filter, sort, reading, context.Stop);
    }

    /// <summary>Why an actor may not change a view; null when he may. Whoever sees it can copy it.</summary>
    public static Problem? Keeps(SavedView view, Actor actor) => MayChange(view, actor)
        ? null
        : Problem.Conflict("views.view.not_yours", $"“{view.Name}” is somebody else's view. Copy it, and change the copy.");

    /// <summary>Whoever made it may change it; who may share views looks after the shared ones.</summary>
    public static bool MayChange(SavedView view, Actor actor) =>
        view.IsMine(actor.AccountId) || (view.Audience != ViewAudience.Me && actor.Can(ViewsFeature.Share));
}
