using System.ComponentModel.DataAnnotations;
using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Entities;
using Helios.Kernel.Modules;
using Helios.Kernel.Problems;

namespace Helios.Core.Links.Commands;

/// <summary>Links an entity to another one of any kind.</summary>
/// <param name="Entity">The entity to link.</param>
/// <param name="To">What to link it to.</param>
/// <param name="Relation">How they belong together.</param>
/// <param name="Note">What to know about the connection.</param>
public sealed record AddLink(
    [property: Target] EntityRef<Entity> Entity,
    EntityRef<Entity> To,
    [property: Required, MaxLength(40)] string Relation = "related",
    [property: MinLength(1), MaxLength(200, ErrorMessage = "A note on a link has at most 200 characters.")] string? Note = null) : ICommand<AddLink.Result>
{
    /// <summary>The new link.</summary>
    /// <param name="Id">The link, by which it can be removed.</param>
    public sealed record Result(Guid Id);

    public sealed class Handler(HeliosDb db, Registry registry) : ICommandHandler<AddLink, Result>
    {
        public Task<Outcome<Result>> Handle(AddLink command, CommandContext context)
        {
            if (command.To.Entity.Id == command.Entity.Entity.Id)
                return Task.FromResult<Outcome<Result>>(Problem.Invalid("to", $"{command.To.Entity.Key} can't be linked to itself. Choose another one."));
            if (!registry.Contributions<Links.Relation>().Any(relation => string.Equals(relation.Value.Name, command.Relation, StringComparison.Ordinal)))
                return Task.FromResult<Outcome<Result>>(Problem.Invalid("relation", $"There is no relation “{command.Relation}”. Leave it out, or use related."));
            var link = new Link
            {
                FromId = command.Entity.Entity.Id,
                ToId = command.To.Entity.Id,
                Relation = command.Relation,
                Note = command.Note,
                CreatedAt = context.Now,
            };
            db.Add(link);
            return Task.FromResult<Outcome<Result>>(new Result(link.Id));
        }
    }
}
