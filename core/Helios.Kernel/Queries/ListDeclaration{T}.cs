using Helios.Kernel.Entities;
using Helios.Kernel.Filtering;
using Helios.Kernel.Problems;

namespace Helios.Kernel.Queries;

/// <summary>The list of a kind.</summary>
/// <param name="query">The input record of the query that answers it, such as <c>typeof(ListTickets)</c>.</param>
/// <param name="filters">Made by <see cref="EntityFields.Of{T}"/>, with the kind's own fields added.</param>
/// <param name="sorts">The columns that it can be sorted by.</param>
/// <typeparam name="T">The class of the rows.</typeparam>
public sealed class ListDeclaration<T>(Type query, FilterFields<T> filters, SortKeys<T> sorts) : ListDeclaration
    where T : Entity
{
    public override Type RowType => typeof(T);

    public override Type Query => query;

    public override FilterFields Fields => filters;

    public override IReadOnlyList<SortKeyInfo> Sorts => sorts.Infos;

    public override Task<Outcome<List<FoundRow>>> Everything(ListRunner lists, string? filter, QueryContext context, int most) =>
        lists.Everything<T>(filter, context, most);

    internal FilterFields<T> Filters => filters;

    internal SortKeys<T> SortKeys => sorts;

    internal override async Task<Problem?> Refuses(string? filter, string? sort, FilterContext context, IFilterReferences references, CancellationToken stop)
    {
        var rows = await filters.Read(filter, context, references, stop);
        if (!rows.Succeeded)
            return rows.Refusal("filter");
        return sorts.Read(sort) is { Succeeded: false } wrong ? wrong.Refusal("sort") : null;
    }
}
