using Helios.Core.Identity;
using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Entities;
using Helios.Kernel.Jobs;
using Helios.Kernel.Problems;

namespace Helios.Core.Jobs.Commands;

/// <summary>Has a dead or canceled job tried again, at once and with all its attempts.</summary>
/// <param name="Job">The job.</param>
public sealed record RetryJob([property: Target] RowRef<Job> Job) : ICommand<Nothing>
{
    public sealed class Handler(HeliosDb db) : ICommandHandler<RetryJob, Nothing>
    {
        public async Task<Outcome<Nothing>> Handle(RetryJob command, CommandContext context)
        {
            var job = command.Job.Row;
            if (job.State is not (JobState.Dead or JobState.Canceled))
                return Problem.Conflict("jobs.retry.not_ended", "Only a job that is dead or canceled can be tried again. This one has not stopped, or is done.");
            await context.TellOfActor(db, "job." + job.Name, job.State, JobState.Waiting);
            job.State = JobState.Waiting;
            job.Attempts = 0;
            job.RunAt = context.Now;
            job.FinishedAt = null;
            job.CancelRequested = false;
            context.WakeWorkers();
            return Nothing.Instance;
        }
    }
}
