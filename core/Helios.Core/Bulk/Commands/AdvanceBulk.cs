using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Entities;
using Helios.Kernel.Problems;

namespace Helios.Core.Bulk.Commands;

/// <summary>Says how far a bulk change is, so that whoever looks at it sees it move.</summary>
/// <param name="Bulk">The bulk change.</param>
public sealed record AdvanceBulk([property: Target] EntityRef<BulkChange> Bulk) : ICommand<Nothing>
{
    public sealed class Handler(HeliosDb db) : ICommandHandler<AdvanceBulk, Nothing>
    {
        public async Task<Outcome<Nothing>> Handle(AdvanceBulk command, CommandContext context)
        {
            command.Bulk.Entity.Advance(await BulkTally.Of(db, command.Bulk.Entity.Id, context.Stop));
            return Nothing.Instance;
        }
    }
}
