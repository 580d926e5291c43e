using Helios.Core.Identity;
using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Effects;
using Helios.Kernel.Entities;
using Helios.Kernel.Jobs;
using Helios.Kernel.Problems;

namespace Helios.Core.Jobs.Commands;

/// <summary>Keeps a waiting job from running, and asks a running one to stop at its next good place. What was done stays done.</summary>
/// <param name="Job">The job.</param>
public sealed record CancelJob([property: Target] RowRef<Job> Job) : ICommand<Nothing>
{
    public sealed class Handler(HeliosDb db) : ICommandHandler<CancelJob, Nothing>
    {
        public async Task<Outcome<Nothing>> Handle(CancelJob command, CommandContext context)
        {
            var job = command.Job.Row;
            if (job.State is not (JobState.Waiting or JobState.Running))
                return Problem.Conflict("jobs.cancel.ended", "This job has ended. There is nothing to cancel.");
            await context.TellOfActor(db, "job." + job.Name, job.State, JobState.Canceled);
            if (job.Name == RunOperation.Name)
            {
                // Its calls are canceled one by one; the job writes what became of each, and ends.
                await Kernel.Effects.Operations.Cancel(db, job.SubjectId!.Value, context);
                return Nothing.Instance;
            }

            job.CancelRequested = true;
            if (job.State == JobState.Waiting)
            {
                job.State = JobState.Canceled;
                job.FinishedAt = context.Now;
            }

            return Nothing.Instance;
        }
    }
}
