using System.ComponentModel.DataAnnotations;
using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Entities;
using Helios.Kernel.Input;
using Helios.Kernel.Modules;
using Helios.Kernel.Problems;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Links.Commands;

/// <summary>Links an entity to another one of any kind.</summary>
/// <param name="Entity">The entity to link.</param>
/// <param name="To">What to link it to.</param>
/// <param name="Relation">How they belong together, such as <c>depends_on</c>; with - before it the other way round (<c>-depends_on</c>: is needed by).</param>
/// <param name="Note">What to know about the connection.</param>
/// <param name="Since">The first day on which it holds.</param>
/// <param name="Until">The day on which it ends.</param>
public sealed record AddLink(
    [property: Target] EntityRef<Entity> Entity,
    EntityRef<Entity> To,
    [property: Required, MaxLength(41)] string Relation = "related",
    [property: MinLength(1), MaxLength(200, ErrorMessage = "A note on a link has at most 200 characters.")] string? Note = null,
    DateOnly? Since = null,
    DateOnly? Until = null) : ICommand<AddLink.Result>, IChecked
{
    /// <summary>The new link.</summary>
    /// <param name="Id">The link, by which it can be changed, ended and removed.</param>
    public sealed record Result(Guid Id);

    public IEnumerable<FieldProblem> Check()
    {
        if (LinkPeriod.Broken(Since, Until) is { } broken)
            yield return new FieldProblem("until", broken);
    }

    public sealed class Handler(HeliosDb db, Registry registry) : ICommandHandler<AddLink, Result>
    {
        public async Task<Outcome<Result>> Handle(AddLink command, CommandContext context)
        {
            var (here, there) = (command.Entity.Entity, command.To.Entity);
            if (there.Id == here.Id)
                return Problem.Invalid("to", $"{there.Key} can't be linked to itself. Choose another one.");
            var (name, isReverse) = RelationName.Read(command.Relation);
            if (await Relations.Find(db, registry, context.Scope, name, context.Stop) is not { } relation)
                return Problem.Invalid("relation", $"There is no relation “{name}”. Leave it out, or use related.");
            var (from, to) = isReverse ? (there, here) : (here, there);
            if (!relation.Fits(KindOf(from).Name, KindOf(to).Name))
                return Problem.Invalid("to", $"“{relation.Wording(isReverse)}” does not lead from a {Noun(here)} to a {Noun(there)}. Choose another relation, or another record.");
            if (await IsLinked(from.Id, to.Id, name, context))
                return Taken(here, there, relation);
            var link = new Link { FromId = from.Id, ToId = to.Id, Relation = name, Note = command.Note, Since = command.Since, Until = command.Until, CreatedAt = context.Now };
            db.Add(link);
            return new Result(link.Id);
        }

        Task<bool> IsLinked(Guid one, Guid other, string relation, CommandContext context) => db.Set<Link>()
            .Where(link => link.Relation == relation && ((link.FromId == one && link.ToId == other) || (link.FromId == other && link.ToId == one)))
            .AnyAsync(LinkPeriod.Holds(context.Scope.Today(context.Now)), context.Stop);

        KindDeclaration KindOf(Entity entity) => registry.Kind(entity.GetType());

        string Noun(Entity entity) => KindOf(entity).Label.One.ToLowerInvariant();

        static Problem Taken(Entity here, Entity there, Relation relation)
        {
            var text = relation.IsSymmetric
                ? $"{here.Key} and {there.Key} are linked in this way already. There is nothing to do."
                : $"{here.Key} and {there.Key} are linked by “{relation.Forward}” already. To turn it round, remove that link first.";
            return Problem.Conflict("links.add.taken", text) with { Fields = [new FieldProblem("to", text)] };
        }
    }
}
