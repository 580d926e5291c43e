using Helios.Core.Identity;
using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Entities;
using Helios.Kernel.Problems;

namespace Helios.Core.Links.Commands;

/// <summary>Puts a relation of the organization's own away. New links do not take it any more; links that stand keep it.</summary>
/// <param name="Relation">The relation.</param>
public sealed record ArchiveRelationType([property: Target] RowRef<RelationType> Relation) : ICommand<RelationTypeChanged>
{
    public sealed class Handler(HeliosDb db) : ICommandHandler<ArchiveRelationType, RelationTypeChanged>
    {
        public async Task<Outcome<RelationTypeChanged>> Handle(ArchiveRelationType command, CommandContext context)
        {
            var type = command.Relation.Row;
            if (type.ArchivedAt is null)
            {
                type.ArchivedAt = context.Now;
                await context.TellOfActor(db, "relation_type.archived", old: false, now: true);
            }

            return RelationTypeChanged.Of(type);
        }
    }
}
