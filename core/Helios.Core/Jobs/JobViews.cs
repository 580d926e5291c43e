using Helios.Core.Identity.Accounts;
using Helios.Kernel.Data;
using Helios.Kernel.Jobs;
using Helios.Kernel.Modules;
using Helios.Kernel.Scopes;

namespace Helios.Core.Jobs;

/// <summary>Makes views of jobs, one statement for all of them.</summary>
static class JobViews
{
    /// <summary>The views of some of the organization's jobs; declared labels are put in by <see cref="Named"/>.</summary>
    public static IQueryable<JobView> Of(HeliosDb db, IQueryable<Job> jobs) => jobs.Select(job => new JobView(
        job.Id, job.Name, job.Name, job.State, job.Attempts, job.RunAt, job.CreatedAt, job.FinishedAt, job.Done, job.Total, job.Message, job.CancelRequested,
        db.Set<Account>().Where(account => account.Id == job.AccountId).Select(account => account.Name).FirstOrDefault()));

    public static JobView Named(this JobView job, Registry registry, Scope scope) =>
        job with { Label = registry.LabelsOf(scope).Fill(registry.Jobs.FirstOrDefault(declared => declared.Name == job.Name)?.Label ?? job.Name) };
}
