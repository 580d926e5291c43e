using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Entities;
using Helios.Kernel.Jobs;
using Helios.Kernel.Modules;
using Helios.Kernel.Problems;
using Helios.Kernel.Queries;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Jobs.Queries;

/// <summary>One job: how far it is, and what it was given to do.</summary>
/// <param name="Job">The job.</param>
public sealed record GetJob([property: Target] RowRef<Job> Job) : IQuery<GetJob.Result>
{
    /// <summary>One job.</summary>
    /// <param name="Job">The job.</param>
    /// <param name="Payload">What it was given to do, as JSON without secrets; null where its module is not installed.</param>
    /// <param name="DueAt">The due time of the schedule that made it.</param>
    public sealed record Result(JobView Job, string? Payload, DateTimeOffset? DueAt);

    public sealed class Handler(HeliosDb db, Registry registry) : IQueryHandler<GetJob, Result>
    {
        public async Task<Outcome<Result>> Handle(GetJob query, QueryContext context)
        {
            var job = query.Job.Row;
            var view = await JobViews.Of(db, db.Jobs.Where(row => row.Id == job.Id)).SingleAsync(context.Stop);
            return new Result(view.Named(registry, context.Scope), PayloadText.Of(registry.Jobs.FirstOrDefault(declared => declared.Name == job.Name), job.Payload), job.DueAt);
        }
    }
}
