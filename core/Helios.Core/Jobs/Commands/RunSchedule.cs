using System.Text.Json;
using Helios.Core.Identity;
using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Entities;
using Helios.Kernel.Input;
using Helios.Kernel.Jobs;
using Helios.Kernel.Problems;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Jobs.Commands;

/// <summary>Has the job of a schedule run now, besides its times and also while it is off.</summary>
/// <param name="Schedule">The schedule.</param>
public sealed record RunSchedule([property: Target] RowRef<Schedule> Schedule) : ICommand<RunSchedule.Result>
{
    /// <summary>What was started.</summary>
    /// <param name="Job">The job's id.</param>
    public sealed record Result(Guid Job);

    public sealed class Handler(HeliosDb db) : ICommandHandler<RunSchedule, Result>
    {
        public async Task<Outcome<Result>> Handle(RunSchedule command, CommandContext context)
        {
            var schedule = command.Schedule.Row;
            if (await db.Jobs.AnyAsync(job => job.ScheduleId == schedule.Id && (job.State == JobState.Waiting || job.State == JobState.Running), context.Stop))
                return Problem.Conflict("schedules.run.at_work", "It is at work already, or about to be. Look at its job.");
            // It runs for Helios itself, as at every due time, whoever asked.
            var job = new Job
            {
                OrganizationId = schedule.OrganizationId,
                Name = schedule.Name,
                Payload = JsonSerializer.Serialize(new Scheduled(context.Now), HeliosJson.Options),
                RunAt = context.Now,
                CreatedAt = context.Now,
                ScheduleId = schedule.Id,
                DueAt = context.Now,
            };
            db.Add(job);
            context.WakeWorkers();
            await context.TellOfActor(db, $"schedule.{schedule.Name}.run", null, context.Now);
            return new Result(job.Id);
        }
    }
}
