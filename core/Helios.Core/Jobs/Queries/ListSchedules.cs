using Helios.Core.Identity;
using Helios.Core.Organizations;
using Helios.Kernel.Data;
using Helios.Kernel.Jobs;
using Helios.Kernel.Modules;
using Helios.Kernel.Problems;
using Helios.Kernel.Queries;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Jobs.Queries;

/// <summary>What runs by itself in this organization, when it is due next, and what became of it last.</summary>
public sealed record ListSchedules : IQuery<ListSchedules.Result>
{
    /// <summary>The schedules.</summary>
    public sealed record Result(IReadOnlyList<ScheduleView> Items);

    public sealed class Handler(HeliosDb db, Registry registry) : IQueryHandler<ListSchedules, Result>
    {
        public async Task<Outcome<Result>> Handle(ListSchedules query, QueryContext context)
        {
            var organization = context.Scope.OrganizationId;
            var zone = await db.Set<Organization>().Where(row => row.Id == organization).Select(row => row.Zone).SingleAsync(context.Stop);
            var rows = await db.Schedules.Where(row => row.OrganizationId == organization).Select(row => new Row(
                row,
                db.Jobs.Where(job => job.ScheduleId == row.Id).OrderByDescending(job => job.DueAt).Select(job => new LastRun(job.Id, job.State, job.DueAt!.Value, job.FinishedAt, job.Message)).FirstOrDefault()))
                .ToListAsync(context.Stop);
            var off = context.Scope.Organization!.ModulesOff;
            return new Result([.. registry.Schedules
                .Where(declared => !off.Contains(declared.Job.Module.Id))
                .SelectMany(declared => rows.Where(row => row.Schedule.Name == declared.Name).Select(row => View(declared, row, zone, context.Now) with { Label = registry.LabelsOf(context.Scope).Fill(declared.Job.Label) }))
                .OrderBy(view => view.Label, StringComparer.CurrentCulture)]);
        }

        static ScheduleView View(ScheduleDeclaration declared, Row row, string zone, DateTimeOffset now)
        {
            var (schedule, times) = (row.Schedule, (row.Schedule.Times is { } own ? DueTimes.Read(own) : null) ?? declared.Times);
            return new ScheduleView(
                schedule.Id, schedule.Name, declared.Job.Label, schedule.IsOn, times.Text, times.Words, schedule.Times is not null,
                schedule.Zone ?? zone, schedule.Zone is not null,
                schedule.IsOn ? schedule.NextAt ?? times.Next(now, Zones.Find(schedule.Zone ?? zone)) : null, row.Last);
        }

        sealed record Row(Schedule Schedule, LastRun? Last);
    }
}
