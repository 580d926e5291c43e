using Helios.Core.Identity;
using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Entities;
using Helios.Kernel.Problems;

namespace Helios.Core.Links.Commands;

/// <summary>Brings an archived relation back, so that new links take it again.</summary>
/// <param name="Relation">The relation.</param>
public sealed record RestoreRelationType([property: Target] RowRef<RelationType> Relation) : ICommand<RelationTypeChanged>
{
    public sealed class Handler(HeliosDb db) : ICommandHandler<RestoreRelationType, RelationTypeChanged>
    {
        public async Task<Outcome<RelationTypeChanged>> Handle(RestoreRelationType command, CommandContext context)
        {
            var type = command.Relation.Row;
            if (type.ArchivedAt is not null)
            {
                type.ArchivedAt = null;
                await context.TellOfActor(db, "relation_type.archived", old: true, now: false);
            }

            return RelationTypeChanged.Of(type);
        }
    }
}
