using System.ComponentModel.DataAnnotations;
using Helios.Core.Search;
using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Entities;
using Helios.Kernel.Modules;
using Helios.Kernel.Problems;
using Helios.Kernel.Queries;

namespace Helios.Core.Links.Queries;

/// <summary>What an entity is linked to, and what that is linked to in turn: two steps, as far as the caller may see them.</summary>
/// <param name="Entity">The entity in the middle.</param>
/// <param name="Limit">At most so many entities besides it.</param>
public sealed record GetLinkGraph([property: Target] EntityRef<Entity> Entity, [property: Range(2, 200)] int Limit = 60) : IQuery<GetLinkGraph.Result>
{
    /// <summary>A second step of one entity alone shows no more.</summary>
    const int MostOfEach = 8;

    /// <summary>Beyond it people read "1,000+".</summary>
    const int MostCounted = 1000;

    /// <summary>A graph of links.</summary>
    /// <param name="Root">The entity in the middle.</param>
    /// <param name="Nodes">The entities around it, each after the one that it was reached from.</param>
    /// <param name="Edges">Links between them that cross the tree.</param>
    /// <param name="Links">How many links the entity in the middle has, counted up to 1,000.</param>
    public sealed record Result(EntityView Root, IReadOnlyList<LinkGraphNode> Nodes, IReadOnlyList<LinkGraphEdge> Edges, int Links);

    public sealed class Handler(HeliosDb db, Registry registry) : IQueryHandler<GetLinkGraph, Result>
    {
        public async Task<Outcome<Result>> Handle(GetLinkGraph query, QueryContext context)
        {
            if (ViewOf(query.Entity.Entity, context) is not { } root)
                return Problem.NotFound("record");
            var ends = new LinkEnds(db, context.Scope.Actor, LinkPeriod.Holds(context.Scope.Today(context.Now)));
            // A quarter for the first step leaves each of its entities room for a few of the second.
            var most = Math.Max(query.Limit / 4, 1);
            var first = await ends.Newest(root.Id, most + 1, context.Stop);
            var links = first.Count > most ? await ends.Count(root.Id, MostCounted, context.Stop) : first.Count;
            Guid[] ids = [.. first.Take(most).Select(end => end.Other.Id).Distinct()];
            var each = ids.Length == 0 ? 0 : Math.Clamp((query.Limit - ids.Length) / ids.Length, 1, MostOfEach);
            // One more than is shown tells that there is more, and one may lead back to the middle.
            var second = ids.Length == 0 ? [] : await ends.NewestOfEach(ids, each + 2, context.Stop);
            var relations = await Relations.Named(db, registry, first.Concat(second).Select(end => end.Link.Relation), context.Stop);
            var tree = new LinkTree(root, relations, row => EntityView.Of(registry, context.Scope, row));
            tree.First(first.Take(most));
            tree.Second(second, each);
            return new Result(root, tree.Nodes, tree.Edges, links);
        }

        EntityView? ViewOf(Entity entity, QueryContext context)
        {
            var card = entity.Card();
            return EntityView.Of(registry, context.Scope, entity.Id, registry.Kind(entity.GetType()).Name, entity.Key, card.Title, card.Subtitle, entity.ArchivedAt is not null);
        }
    }
}
