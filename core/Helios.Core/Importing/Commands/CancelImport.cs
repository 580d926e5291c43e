using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Entities;
using Helios.Kernel.Jobs;
using Helios.Kernel.Problems;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Importing.Commands;

/// <summary>Stops an import after the row it is at. What was done stays done.</summary>
/// <param name="Import">The import.</param>
public sealed record CancelImport([property: Target] EntityRef<Import> Import) : ICommand<ImportChanged>
{
    public sealed class Handler(HeliosDb db) : ICommandHandler<CancelImport, ImportChanged>
    {
        public async Task<Outcome<ImportChanged>> Handle(CancelImport command, CommandContext context)
        {
            var import = command.Import.Entity;
            if (import.State is ImportState.Done or ImportState.Canceled)
                return Problem.Conflict("imports.cancel.ended", "This import has ended. There is nothing to cancel.");
            var jobs = await db.Jobs
                .Where(job => job.OrganizationId == db.OrganizationId && job.SubjectId == import.Id && (job.State == JobState.Waiting || job.State == JobState.Running))
                .ToListAsync(context.Stop);
            foreach (var job in jobs)
                Stop(job, context.Now);
            if (jobs.Exists(job => string.Equals(job.State, JobState.Running, StringComparison.Ordinal)))
                import.AskToCancel();
            else
                import.Finish(ImportState.Canceled, context.Now);
            return ImportChanged.Of(import);
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
