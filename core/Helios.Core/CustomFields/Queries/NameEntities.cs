using System.ComponentModel.DataAnnotations;
using Helios.Core.Search;
using Helios.Kernel.Data;
using Helios.Kernel.Modules;
using Helios.Kernel.Problems;
using Helios.Kernel.Queries;
using Helios.Kernel.Search;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.CustomFields.Queries;

/// <summary>Names what fields of a page refer to, as far as the caller may see it: one statement for all of them.</summary>
/// <param name="Ids">The ids.</param>
public sealed record NameEntities([property: Required, MaxLength(2000)] string[] Ids) : IQuery<NameEntities.Result>
{
    /// <summary>What was found; what the caller may not see is missing.</summary>
    /// <param name="Items">Each with its name and page.</param>
    public sealed record Result(IReadOnlyList<EntityView> Items);

    public sealed class Handler(HeliosDb db, Registry registry) : IQueryHandler<NameEntities, Result>
    {
        public async Task<Outcome<Result>> Handle(NameEntities query, QueryContext context)
        {
            var ids = query.Ids.Select(text => Guid.TryParse(text, out var id) ? id : (Guid?)null).OfType<Guid>().Distinct().ToArray();
            var rows = await db.Entities.Where(row => ids.Contains(row.Id)).VisibleTo(context.Scope.Actor).ToListAsync(context.Stop);
            return new Result([.. rows.Select(row => EntityView.Of(registry, context.Scope, row)).OfType<EntityView>()]);
        }
    }
}
