using Helios.Core.Jobs.Commands;
using Helios.Core.Jobs.Pages;
using Helios.Core.Jobs.Queries;
using Helios.Core.Settings;
using Helios.Core.Timeline;
using Helios.Kernel.Jobs;
using Helios.Kernel.Modules;
using Helios.Kernel.Scopes;

namespace Helios.Core.Jobs;

/// <summary>What Helios does by itself: jobs and the schedules that make them, for admins to look after.</summary>
public sealed class JobsFeature : Feature
{
    /// <summary>See jobs and schedules.</summary>
    public const string Read = "jobs:read";

    /// <summary>Look after jobs and schedules.</summary>
    public const string Write = "jobs:write";

    public override string Name => "jobs";

    public override void Declare(FeatureBuilder feature)
    {
        feature.Permission(Read, "See jobs and schedules", Roles.Admin);
        feature.Permission(Write, "Retry, drop and cancel jobs, and change schedules", Roles.Admin);
        feature.PlatformRow<Job>("job", (rows, organization, _) => rows.Where(job => job.OrganizationId == organization));
        feature.PlatformRow<Schedule>("schedule", (rows, organization, _) => rows.Where(schedule => schedule.OrganizationId == organization));

        feature.Query<ListJobs>("jobs.list", Read).Rest("GET /jobs");
        feature.Query<GetJob>("jobs.get", Read).Rest("GET /jobs/{job}");
        feature.Query<CountJobs>("jobs.count", Read).Rest("GET /job-counts");
        feature.Command<RetryJob>("jobs.retry", Write, "JobRetried").Internal().Rest("POST /jobs/{job}/retry").NotUndoable("Cancel the job instead.");
        feature.Command<CancelJob>("jobs.cancel", Write, "JobCanceled").Internal().Rest("POST /jobs/{job}/cancel").NotUndoable("Retry the job instead.");
        feature.Command<DropJob>("jobs.drop", Write, "JobDropped").Internal().Rest("DELETE /jobs/{job}").NotUndoable("A job that was dropped is gone. Start its work anew where it was started.");
        feature.Query<ListSchedules>("schedules.list", Read).Rest("GET /schedules");
        feature.Command<ChangeSchedule>("schedules.change", Write, "ScheduleChanged").Internal().Rest("PATCH /schedules/{schedule}").Inverse<ScheduleBack>();
        feature.Command<RunSchedule>("schedules.run", Write, "ScheduleRun").Internal().Rest("POST /schedules/{schedule}/run").NotUndoable("Cancel the job instead.");
        feature.Contribute(new EventText("ScheduleRun", "ran a schedule"));
        feature.Contribute(new JobPages());
        feature.Contribute(new SettingsTab("Jobs", JobPages.Root, Read) { Order = 60 });
    }
}
