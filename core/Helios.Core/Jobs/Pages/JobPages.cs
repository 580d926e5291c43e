using Helios.Core.Jobs.Commands;
using Helios.Core.Jobs.Queries;
using Helios.Core.Settings;
using Helios.Kernel.Entities;
using Helios.Kernel.Jobs;
using Helios.Kernel.Problems;
using Helios.Web.Pages;
using Microsoft.AspNetCore.Http;

namespace Helios.Core.Jobs.Pages;

/// <summary>Settings > Jobs: schedules, and jobs by their state.</summary>
public sealed class JobPages : PageSet
{
    /// <summary>The schedules, below which everything else stands.</summary>
    public const string Root = "/settings/jobs";

    /// <summary>The jobs.</summary>
    public const string List = Root + "/list";

    const string One = List + "/{job}";
    const string Schedule = Root + "/schedules/{schedule}";

    public override void Map(PageRoutes routes)
    {
        routes.Page(Root, JobsFeature.Read, ShowSchedules);
        routes.Page(Schedule, JobsFeature.Write, ShowSchedule);
        routes.Form<ChangeSchedule, Nothing>(Schedule, (request, _, _) => request.SeeOther(request.Address(Root), "Schedule saved"), ShowSchedule);
        routes.Form<RunSchedule, RunSchedule.Result>(Schedule + "/run", (request, _, run) => request.SeeOther(request.Address($"{List}/{run.Job}")), ShowSchedules);
        routes.Page(List, JobsFeature.Read, ShowJobs);
        routes.Page(One, JobsFeature.Read, ShowJob);
        routes.Form<RetryJob, Nothing>(One + "/retry", (request, _, _) => request.SeeOther(AddressOf(request), "It is tried again"), ShowJob);
        routes.Form<CancelJob, Nothing>(One + "/cancel", (request, command, _) => request.SeeOther(AddressOf(request), Canceled(command)), ShowJob);
        routes.Form<DropJob, Nothing>(One + "/drop", (request, _, _) => request.SeeOther(request.Address(List + "?state=dead"), "Job dropped"), ShowJob);
    }

    static string AddressOf(PageRequest request) => request.Address($"{List}/{request.Route("job")}");

    static string Canceled(CancelJob command) => command.Job.Row.State == JobState.Canceled ? "Job canceled" : "It stops at its next good place";

    static async Task<IResult> ShowSchedules(PageRequest request) => await request.Show<SchedulesPage, SchedulesView>(
        (await request.Ask(new ListSchedules())).Map(found => new SchedulesView(SettingsTabs.For(request), found.Items, request.Scope.Actor.Can(JobsFeature.Write), request.Now)));

    static async Task<IResult> ShowSchedule(PageRequest request)
    {
        var found = await request.Ask(new ListSchedules());
        if (!found.Succeeded)
            return request.Refuse(found.Problem);
        return found.Value.Items.FirstOrDefault(one => string.Equals(one.Id.ToString(), request.Route("schedule"), StringComparison.OrdinalIgnoreCase)) is { } schedule
            ? await request.Show<SchedulePage, ScheduleFormView>(new ScheduleFormView(SettingsTabs.For(request), schedule))
            : request.Refuse(Problem.NotFound("schedule"));
    }

    static async Task<IResult> ShowJobs(PageRequest request)
    {
        var state = request.Query("state") ?? JobState.Running;
        var counts = await request.Ask(new CountJobs());
        var found = await request.Ask(new ListJobs(state == JobsView.All ? null : state, request.Query("name"), request.Query("after")));
        if (!found.Succeeded || !counts.Succeeded)
            return request.Refuse((found.Problem ?? counts.Problem)!);
        return await request.Show<JobsPage, JobsView>(new JobsView(SettingsTabs.For(request), state, request.Query("name"), found.Value, counts.Value, request.Now));
    }

    static async Task<IResult> ShowJob(PageRequest request) => await request.Show<JobPage, JobPageView>(
        (await request.Ask(new GetJob(new RowRef<Job>(request.Route("job"))))).Map(found => new JobPageView(SettingsTabs.For(request), found, request.Scope.Actor.Can(JobsFeature.Write), request.Now)));
}
