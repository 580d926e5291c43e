using Helios.Core.Identity;
using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Entities;
using Helios.Kernel.Jobs;
using Helios.Kernel.Problems;

namespace Helios.Core.Jobs.Commands;

/// <summary>Removes a job that has ended from the lists. It will not be tried again.</summary>
/// <param name="Job">The job.</param>
public sealed record DropJob([property: Target] RowRef<Job> Job) : ICommand<Nothing>
{
    public sealed class Handler(HeliosDb db) : ICommandHandler<DropJob, Nothing>
    {
        public async Task<Outcome<Nothing>> Handle(DropJob command, CommandContext context)
        {
            var job = command.Job.Row;
            if (job.State is JobState.Waiting or JobState.Running)
                return Problem.Conflict("jobs.drop.not_ended", "This job has not ended. Cancel it before you drop it.");
            await context.TellOfActor(db, "job." + job.Name, job.State, "dropped");
            db.Remove(job);
            return Nothing.Instance;
        }
    }
}
