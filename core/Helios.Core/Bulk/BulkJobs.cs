using Helios.Kernel.Data;
using Helios.Kernel.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Bulk;

/// <summary>The jobs that have a bulk change in hand.</summary>
static class BulkJobs
{
    /// <summary>Those that wait or run.</summary>
    public static Task<List<Job>> Open(HeliosDb db, Guid bulk, CancellationToken stop) => db.Jobs
        .Where(job => job.OrganizationId == db.OrganizationId && job.SubjectId == bulk && (job.State == JobState.Waiting || job.State == JobState.Running))
        .ToListAsync(stop);
}
