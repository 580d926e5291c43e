using Helios.Kernel.Data;
using Helios.Kernel.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Audit;

/// <summary>The work of the audit trail that takes its time.</summary>
static class AuditJobs
{
    /// <summary>Whether one of these waits or runs for the organization.</summary>
    public static Task<bool> IsAtWork(HeliosDb db, string name, CancellationToken stop) => Of(db, name)
        .AnyAsync(job => job.State == JobState.Waiting || job.State == JobState.Running, stop);

    /// <summary>The last of these, or null.</summary>
    public static Task<AuditJob?> Last(HeliosDb db, string name, CancellationToken stop) => Of(db, name)
        .OrderByDescending(job => job.Id)
        .Select(job => new AuditJob(job.State, job.Done, job.Total, job.Message, job.FinishedAt))
        .FirstOrDefaultAsync(stop);

    static IQueryable<Job> Of(HeliosDb db, string name) => db.Jobs.Where(job => job.OrganizationId == db.OrganizationId && job.Name == name);
}
