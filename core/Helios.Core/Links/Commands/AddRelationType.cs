using System.ComponentModel.DataAnnotations;
using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Modules;
using Helios.Kernel.Problems;

namespace Helios.Core.Links.Commands;

/// <summary>Adds a relation of the organization's own, such as “trains” / “is trained by”.</summary>
/// <param name="Forward">How the end that a link is made on says it.</param>
/// <param name="Backward">How the other end says it; the same when left out.</param>
/// <param name="FromKinds">The kinds that may say <c>forward</c>; all when left out.</param>
/// <param name="ToKinds">The kinds that may say <c>backward</c>; all when left out.</param>
/// <param name="Name">Its immutable name for the API; made from <c>forward</c> when left out.</param>
public sealed record AddRelationType(
    [property: Required(ErrorMessage = "Say it in a word or two, such as “depends on”."), MaxLength(RelationType.Longest, ErrorMessage = "A wording has at most 60 characters.")] string Forward,
    [property: MaxLength(RelationType.Longest, ErrorMessage = "A wording has at most 60 characters.")] string? Backward = null,
    [property: MaxLength(50)] string[]? FromKinds = null,
    [property: MaxLength(50)] string[]? ToKinds = null,
    [property: MinLength(2, ErrorMessage = "A name has 2 to 40 small letters, digits and underscores, and begins with a letter.")]
    [property: RegularExpression("^[a-z][a-z0-9_]{1,39}$", ErrorMessage = "A name has 2 to 40 small letters, digits and underscores, and begins with a letter.")] string? Name = null) : ICommand<RelationTypeChanged>
{
    public sealed class Handler(HeliosDb db, Registry registry) : ICommandHandler<AddRelationType, RelationTypeChanged>
    {
        public async Task<Outcome<RelationTypeChanged>> Handle(AddRelationType command, CommandContext context)
        {
            var id = Guid.CreateVersion7();
            var forward = command.Forward.Trim();
            var type = new RelationType
            {
                Id = id,
                Name = command.Name ?? RelationTypeRules.NameOf(id, forward),
                Forward = forward,
                Backward = string.IsNullOrWhiteSpace(command.Backward) ? forward : command.Backward.Trim(),
                FromKinds = command.FromKinds ?? [],
                ToKinds = command.ToKinds ?? [],
                CreatedAt = context.Now,
            };
            if (await RelationTypeRules.Refuse(type, isNew: true, db, registry, context) is { } refusal)
                return refusal;
            if (registry.Contributions<Relation>().Any(declared => declared.Value.Name == type.Name))
                return Problem.Invalid("name", $"A module has a relation of the name {type.Name} already. Give another name.");
            db.Add(type);
            await context.Tell(db, old: null, type);
            return RelationTypeChanged.Of(type);
        }
    }
}
