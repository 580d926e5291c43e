using Helios.Kernel.Entities;
using Helios.Kernel.Modules;
using Helios.Kernel.Problems;
using Helios.Kernel.Queries;

namespace Helios.Core.Bulk;

/// <summary>What the filter of a bulk change matches at this moment.</summary>
static class BulkMatches
{
    /// <summary>So many records one bulk change takes.</summary>
    public const int Most = 50_000;

    /// <summary>All of them; refused where the filter can't be read or matches too many.</summary>
    /// <param name="lists">Reads the list of the kind.</param>
    /// <param name="registry">Knows the list.</param>
    /// <param name="kind">The kind of the records.</param>
    /// <param name="filter">The filter of its list; empty for all of it.</param>
    /// <param name="context">For whom.</param>
    public static async Task<Outcome<List<FoundRow>>> Find(ListRunner lists, Registry registry, KindDeclaration kind, string? filter, QueryContext context)
    {
        if (registry.ListOf(kind) is not { } list)
            return Problem.Invalid("kind", $"There is no list of a kind “{kind.Name}”.");
        var found = await list.Everything(lists, filter, context, Most + 1);
        return found.Succeeded && found.Value.Count > Most
            ? Problem.Invalid("filter", $"More than {Most:N0} {{{kind.Name}+}} match. Narrow the filter down and do it in parts.")
            : found;
    }
}
