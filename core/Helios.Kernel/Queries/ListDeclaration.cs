using Helios.Kernel.Entities;
using Helios.Kernel.Filtering;
using Helios.Kernel.Problems;

namespace Helios.Kernel.Queries;

/// <summary>The list of a kind: what it can be filtered and sorted by. A feature contributes one for each kind that has a list.</summary>
public abstract class ListDeclaration
{
    private protected ListDeclaration()
    {
    }

    /// <summary>The class of the rows.</summary>
    public abstract Type RowType { get; }

    /// <summary>The input record of the query that answers the list; who may ask it may filter, complete and count.</summary>
    public abstract Type Query { get; }

    /// <summary>The views that the list brings along, in order.</summary>
    public IReadOnlyList<StockView> Views { get; init; } = [];

    /// <summary>The filter's fields.</summary>
    public abstract FilterFields Fields { get; }

    /// <summary>The ids and keys of all rows that match a filter and that the actor may see, in the order in which they were made.</summary>
    /// <param name="lists">Answers lists.</param>
    /// <param name="filter">The filter; empty for all.</param>
    /// <param name="context">For whom.</param>
    /// <param name="most">At most so many.</param>
    public abstract Task<Outcome<List<FoundRow>>> Everything(ListRunner lists, string? filter, QueryContext context, int most);

    /// <summary>The sort keys; the first is the list's own order.</summary>
    public abstract IReadOnlyList<SortKeyInfo> Sorts { get; }

    /// <summary>What is wrong with a filter and an order, before anybody keeps them; null when both can be read.</summary>
    internal abstract Task<Problem?> Refuses(string? filter, string? sort, FilterContext context, IFilterReferences references, CancellationToken stop);
}
