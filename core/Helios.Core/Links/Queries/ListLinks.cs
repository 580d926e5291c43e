using Helios.Core.Search;
using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Entities;
using Helios.Kernel.Modules;
using Helios.Kernel.Problems;
using Helios.Kernel.Queries;
using Helios.Kernel.Search;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Links.Queries;

/// <summary>What an entity is linked to, from either end, as far as the caller may see it.</summary>
/// <param name="Entity">The entity.</param>
public sealed record ListLinks([property: Target] EntityRef<Entity> Entity) : IQuery<ListLinks.Result>
{
    /// <summary>More than a page can show in any useful way.</summary>
    const int Most = 500;

    /// <summary>The links of an entity.</summary>
    /// <param name="Items">The links, the newest first; at most 500.</param>
    public sealed record Result(IReadOnlyList<LinkView> Items);

    public sealed class Handler(HeliosDb db, Registry registry) : IQueryHandler<ListLinks, Result>
    {
        public async Task<Outcome<Result>> Handle(ListLinks query, QueryContext context)
        {
            var id = query.Entity.Entity.Id;
            var rows = await db.Set<Link>()
                .Where(link => link.FromId == id || link.ToId == id)
                .Join(
                    db.Entities.VisibleTo(context.Scope.Actor),
                    link => link.FromId == id ? link.ToId : link.FromId,
                    other => other.Id,
                    (link, other) => new { Link = link, Other = other })
                .OrderByDescending(row => row.Link.CreatedAt).ThenByDescending(row => row.Link.Id)
                .Take(Most)
                .ToListAsync(context.Stop);
            var relations = registry.Contributions<Relation>().ToDictionary(relation => relation.Value.Name, relation => relation.Value, StringComparer.Ordinal);
            return new Result([.. rows
                .Select(row => (row.Link, Other: EntityView.Of(registry, context.Scope, row.Other)))
                .Where(row => row.Other is not null)
                .Select(row => new LinkView(row.Link.Id, row.Link.Relation, Wording(row.Link), row.Link.Note, row.Link.CreatedAt, row.Other!))]);

            string Wording(Link link) => relations.GetValueOrDefault(link.Relation) is not { } relation
                ? link.Relation
                : link.FromId == id ? relation.Forward : relation.Backward;
        }
    }
}
