using System.ComponentModel.DataAnnotations;
using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Entities;
using Helios.Kernel.Input;
using Helios.Kernel.Modules;
using Helios.Kernel.Problems;

namespace Helios.Core.Links.Commands;

/// <summary>Changes the words of a relation of the organization's own, or the kinds that may be its ends. Links that stand keep it.</summary>
/// <param name="Relation">The relation.</param>
/// <param name="Forward">How the end that a link is made on says it.</param>
/// <param name="Backward">How the other end says it.</param>
/// <param name="FromKinds">The kinds that may say <c>forward</c>; empty for all.</param>
/// <param name="ToKinds">The kinds that may say <c>backward</c>; empty for all.</param>
public sealed record UpdateRelationType(
    [property: Target] RowRef<RelationType> Relation,
    [property: MaxLength(RelationType.Longest, ErrorMessage = "A wording has at most 60 characters.")] Optional<string> Forward,
    [property: MaxLength(RelationType.Longest, ErrorMessage = "A wording has at most 60 characters.")] Optional<string> Backward,
    [property: MaxLength(50)] Optional<string[]> FromKinds,
    [property: MaxLength(50)] Optional<string[]> ToKinds) : ICommand<RelationTypeChanged>
{
    public sealed class Handler(HeliosDb db, Registry registry) : ICommandHandler<UpdateRelationType, RelationTypeChanged>
    {
        public async Task<Outcome<RelationTypeChanged>> Handle(UpdateRelationType command, CommandContext context)
        {
            var type = command.Relation.Row;
            var before = RelationTypeRules.Text(type);
            type.Forward = (command.Forward.Or(type.Forward) ?? "").Trim();
            type.Backward = (command.Backward.Or(type.Backward) ?? "").Trim();
            type.FromKinds = command.FromKinds.Or(type.FromKinds) ?? [];
            type.ToKinds = command.ToKinds.Or(type.ToKinds) ?? [];
            if (await RelationTypeRules.Refuse(type, isNew: false, db, registry, context) is { } refusal)
                return refusal;
            await context.Tell(db, before, type);
            return RelationTypeChanged.Of(type);
        }
    }
}
