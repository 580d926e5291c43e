using Helios.Core.Search;
using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Entities;
using Helios.Kernel.Modules;
using Helios.Kernel.Problems;
using Helios.Kernel.Queries;

namespace Helios.Core.Links.Queries;

/// <summary>What an entity is linked to, from either end, as far as the caller may see it.</summary>
/// <param name="Entity">The entity.</param>
/// <param name="Ended">Whether to list links that have ended, instead of those that hold now.</param>
public sealed record ListLinks([property: Target] EntityRef<Entity> Entity, bool Ended = false) : IQuery<ListLinks.Result>
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
            var holds = LinkPeriod.Holds(context.Scope.Today(context.Now), query.Ended);
            var ends = await new LinkEnds(db, context.Scope.Actor, holds).Newest(query.Entity.Entity.Id, Most, context.Stop);
            var relations = await Relations.Named(db, registry, ends.Select(end => end.Link.Relation), context.Stop);
            return new Result([.. ends
                .Select(end => (end.Link, end.IsReverse, Other: EntityView.Of(registry, context.Scope, end.Other)))
                .Where(end => end.Other is not null)
                .Select(end => new LinkView(
                    end.Link.Id, end.Link.Relation, end.IsReverse, relations.GetValueOrDefault(end.Link.Relation)?.Wording(end.IsReverse) ?? end.Link.Relation,
                    end.Link.Note, end.Link.Since, end.Link.Until, end.Link.CreatedAt, end.Other!))]);
        }
    }
}
