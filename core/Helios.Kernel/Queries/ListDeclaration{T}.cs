using Helios.Kernel.Entities;
using Helios.Kernel.Filtering;
using Helios.Kernel.Problems;

namespace Helios.Kernel.Queries;

/// <summary>The list of a kind.</summary>
/// <param name="filters">Made by <see cref="EntityFields.Of{T}"/>, with the kind's own fields added.</param>
/// <param name="sorts">The columns that it can be sorted by.</param>
/// <typeparam name="T">The class of the rows.</typeparam>
public sealed class ListDeclaration<T>(FilterFields<T> filters, SortKeys<T> sorts) : ListDeclaration
    where T : Entity
{
    public override Type RowType => typeof(T);

    public override FilterFields Fields => filters;

    public override IReadOnlyList<SortKeyInfo> Sorts => sorts.Infos;

    public override Task<Outcome<List<FoundRow>>> Everything(ListRunner lists, string? filter, QueryContext context, int most) =>
        lists.Everything<T>(filter, context, most);

    internal FilterFields<T> Filters => filters;

    internal SortKeys<T> SortKeys => sorts;
}
