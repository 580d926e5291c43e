using System.ComponentModel.DataAnnotations;
using Helios.Kernel.Data;
using Helios.Kernel.Jobs;
using Helios.Kernel.Modules;
using Helios.Kernel.Problems;
using Helios.Kernel.Queries;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Jobs.Queries;

/// <summary>The organization's jobs, those asked for last first.</summary>
/// <param name="State">Only those in this state: waiting, running, done, dead or canceled.</param>
/// <param name="Name">Only those of this declared name, such as <c>imports.run</c>.</param>
/// <param name="After">The <c>next</c> of the page before.</param>
/// <param name="Limit">Jobs on a page, 1 to 200.</param>
public sealed record ListJobs(
    [property: AllowedValues(null, JobState.Waiting, JobState.Running, JobState.Done, JobState.Dead, JobState.Canceled, ErrorMessage = "Choose one of waiting, running, done, dead, canceled.")] string? State = null,
    [property: StringLength(100, ErrorMessage = "No job has a name of more than 100 characters.")] string? Name = null,
    [property: StringLength(100, ErrorMessage = "This is no cursor. Take “next” of the page before, or leave it out.")] string? After = null,
    [property: Range(1, 200, ErrorMessage = "A page has 1 to 200 jobs.")] int Limit = 50) : IQuery<ListJobs.Result>
{
    /// <summary>The jobs.</summary>
    /// <param name="Items">The jobs.</param>
    /// <param name="Next">The cursor of the next page; null on the last.</param>
    public sealed record Result(IReadOnlyList<JobView> Items, string? Next);

    public sealed class Handler(HeliosDb db, Registry registry) : IQueryHandler<ListJobs, Result>
    {
        public async Task<Outcome<Result>> Handle(ListJobs query, QueryContext context)
        {
            var jobs = db.Jobs.Where(job => job.OrganizationId == context.Scope.OrganizationId);
            if (query.State is { } state)
                jobs = jobs.Where(job => job.State == state);
            if (query.Name is { Length: > 0 } name)
                jobs = jobs.Where(job => job.Name == name);
            if (query.After is { Length: > 0 } after)
            {
                if (MomentCursor.Read(after) is not { } place)
                    return MomentCursor.Unreadable;
                jobs = jobs.Where(job => job.CreatedAt < place.Moment || (job.CreatedAt == place.Moment && job.Id < place.Id));
            }

            var found = await JobViews.Of(db, jobs.OrderByDescending(job => job.CreatedAt).ThenByDescending(job => job.Id).Take(query.Limit + 1)).ToListAsync(context.Stop);
            var items = found.Take(query.Limit).Select(job => job.Named(registry, context.Scope)).ToList();
            return new Result(items, found.Count > query.Limit ? new MomentCursor(items[^1].CreatedAt, items[^1].Id).ToString() : null);
        }
    }
}
