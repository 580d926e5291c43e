using Helios.Kernel.Filtering;

namespace Helios.Kernel.Queries;

/// <summary>The list of a kind: what it can be filtered and sorted by. A feature contributes one for each kind that has a list.</summary>
public abstract class ListDeclaration
{
    private protected ListDeclaration()
    {
    }

    /// <summary>The class of the rows.</summary>
    public abstract Type RowType { get; }

    /// <summary>The filter's fields.</summary>
    public abstract FilterFields Fields { get; }

    /// <summary>The sort keys; the first is the list's own order.</summary>
    public abstract IReadOnlyList<SortKeyInfo> Sorts { get; }
}
