using Helios.Kernel.Filtering;
using Helios.Kernel.Problems;
using Helios.Kernel.Queries;

namespace Helios.TestModule.Specimens.Queries;

/// <summary>The specimens of the organization.</summary>
public sealed record ListSpecimens : ListInput, IQuery<ListPage<ListSpecimens.Row>>
{
    /// <summary>What the list can be filtered and sorted by.</summary>
    internal static ListDeclaration<Specimen> Declaration() => new(
        typeof(ListSpecimens),
        EntityFields.Of<Specimen>("specimen").Choice("status", specimen => specimen.Status, [SpecimenStatus.Kept, SpecimenStatus.Lent]),
        new SortKeys<Specimen>(specimen => specimen.Id).By("name", specimen => specimen.Name));

    /// <summary>A specimen in the list.</summary>
    public sealed record Row(Guid Id, string Key, string Name, string? Code, string Status);

    public sealed class Handler(ListRunner lists) : IQueryHandler<ListSpecimens, ListPage<Row>>
    {
        public Task<Outcome<ListPage<Row>>> Handle(ListSpecimens query, QueryContext context) =>
            lists.Run<Specimen, Row>(query, context, specimen => new Row(specimen.Id, specimen.Key, specimen.Name, specimen.Code, specimen.Status));
    }
}
