using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Entities;
using Helios.Kernel.Jobs;
using Helios.Kernel.Problems;

namespace Helios.Core.Bulk.Commands;

/// <summary>Stops a bulk change after the records at hand. What was done stays done, until it is undone.</summary>
/// <param name="Bulk">The bulk change.</param>
public sealed record CancelBulk([property: Target] EntityRef<BulkChange> Bulk) : ICommand<BulkChanged>
{
    public sealed class Handler(HeliosDb db) : ICommandHandler<CancelBulk, BulkChanged>
    {
        public async Task<Outcome<BulkChanged>> Handle(CancelBulk command, CommandContext context)
        {
            var bulk = command.Bulk.Entity;
            if (!bulk.IsAtWork)
                return Problem.Conflict("bulk.cancel.ended", $"{bulk.Key} has ended. There is nothing to cancel; undo it instead.");
            var jobs = await BulkJobs.Open(db, bulk.Id, context.Stop);
            foreach (var job in jobs)
                Stop(job, context.Now);
            if (jobs.Exists(job => string.Equals(job.State, JobState.Running, StringComparison.Ordinal)))
                bulk.AskToCancel();
            else
                bulk.Finish(BulkState.Canceled, context.Now);
            return BulkChanged.Of(bulk);
        }

        /// <summary>A job that waits will not run; one that runs is asked to stop.</summary>
        static void Stop(Job job, DateTimeOffset now)
        {
            job.CancelRequested = true;
            if (string.Equals(job.State, JobState.Running, StringComparison.Ordinal))
                return;
            job.State = JobState.Canceled;
            job.FinishedAt = now;
        }
    }
}
