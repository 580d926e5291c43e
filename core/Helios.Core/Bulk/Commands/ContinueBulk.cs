using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Entities;
using Helios.Kernel.Problems;

namespace Helios.Core.Bulk.Commands;

/// <summary>Goes on with a bulk change that was canceled, or whose work stopped before its end; records that are done are not done again.</summary>
/// <param name="Bulk">The bulk change.</param>
public sealed record ContinueBulk([property: Target] EntityRef<BulkChange> Bulk) : ICommand<BulkChanged>
{
    public sealed class Handler(HeliosDb db) : ICommandHandler<ContinueBulk, BulkChanged>
    {
        public async Task<Outcome<BulkChanged>> Handle(ContinueBulk command, CommandContext context)
        {
            var bulk = command.Bulk.Entity;
            if (string.Equals(bulk.State, BulkState.Done, StringComparison.Ordinal))
                return Problem.Conflict("bulk.continue.done", $"{bulk.Key} is done. Start a new one.");
            if ((await BulkJobs.Open(db, bulk.Id, context.Stop)).Count > 0)
                return Problem.Conflict("bulk.continue.running", $"{bulk.Key} is at work already. Wait for it, or cancel it.");
            bulk.GoOn();
            context.Enqueue(RunBulk.Name, new RunBulk.Work(bulk.Id, null), bulk.Id);
            return BulkChanged.Of(bulk);
        }
    }
}
