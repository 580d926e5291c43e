using System.ComponentModel.DataAnnotations;
using Helios.Kernel.Data;
using Helios.Kernel.Modules;
using Helios.Kernel.Problems;
using Helios.Kernel.Queries;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Links.Queries;

/// <summary>The relations by which entities are linked: those of the modules, and the organization's own.</summary>
/// <param name="Kind">Only those that an entity of this kind can be an end of.</param>
/// <param name="Archived">Whether the organization's archived ones are listed too.</param>
public sealed record ListRelations([property: MaxLength(40)] string? Kind = null, bool Archived = false) : IQuery<ListRelations.Result>
{
    /// <summary>The relations.</summary>
    /// <param name="Items">Those of modules first, then the organization's own by their wording.</param>
    public sealed record Result(IReadOnlyList<Item> Items);

    /// <summary>A relation.</summary>
    /// <param name="Id">Of the organization's own: by which it is changed. Null where a module declares it.</param>
    /// <param name="Name">The immutable name.</param>
    /// <param name="Forward">How the end that a link was made on says it.</param>
    /// <param name="Backward">How the other end says it.</param>
    /// <param name="FromKinds">The kinds that may say <c>forward</c>; empty for all.</param>
    /// <param name="ToKinds">The kinds that may say <c>backward</c>; empty for all.</param>
    /// <param name="Archived">Whether new links take it no more.</param>
    public sealed record Item(Guid? Id, string Name, string Forward, string Backward, IReadOnlyList<string> FromKinds, IReadOnlyList<string> ToKinds, bool Archived)
    {
        /// <summary>The relation itself.</summary>
        internal Relation Relation() => new(Name, Forward, Backward) { FromKinds = FromKinds, ToKinds = ToKinds };
    }

    public sealed class Handler(HeliosDb db, Registry registry) : IQueryHandler<ListRelations, Result>
    {
        public async Task<Outcome<Result>> Handle(ListRelations query, QueryContext context)
        {
            var own = await db.Set<RelationType>().Where(type => query.Archived || type.ArchivedAt == null).OrderBy(type => type.Forward).ToListAsync(context.Stop);
            var all = Relations.Declared(registry, context.Scope).Select(relation => Of(relation, null, isArchived: false))
                .Concat(own.Select(type => Of(type.Relation(), type.Id, type.ArchivedAt is not null)));
            return new Result([.. all.Where(item => query.Kind is not { } kind || item.Relation().KindsFor(kind, isReverse: false) is not null || item.Relation().KindsFor(kind, isReverse: true) is not null)]);
        }

        static Item Of(Relation relation, Guid? id, bool isArchived) => new(id, relation.Name, relation.Forward, relation.Backward, relation.FromKinds, relation.ToKinds, isArchived);
    }
}
