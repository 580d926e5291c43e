using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Entities;
using Helios.Kernel.Problems;

namespace Helios.Core.Bulk.Commands;

/// <summary>Ends a bulk change and counts what became of its records.</summary>
/// <param name="Bulk">The bulk change.</param>
/// <param name="IsCanceled">Whether it ends before its last record.</param>
public sealed record FinishBulk([property: Target] EntityRef<BulkChange> Bulk, bool IsCanceled) : ICommand<BulkChanged>
{
    public sealed class Handler(HeliosDb db) : ICommandHandler<FinishBulk, BulkChanged>
    {
        public async Task<Outcome<BulkChanged>> Handle(FinishBulk command, CommandContext context)
        {
            var bulk = command.Bulk.Entity;
            bulk.Advance(await BulkTally.Of(db, bulk.Id, context.Stop));
            bulk.Finish(command.IsCanceled ? BulkState.Canceled : BulkState.Done, context.Now);
            return BulkChanged.Of(bulk);
        }
    }
}
