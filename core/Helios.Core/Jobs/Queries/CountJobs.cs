using Helios.Kernel.Data;
using Helios.Kernel.Jobs;
using Helios.Kernel.Problems;
using Helios.Kernel.Queries;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Jobs.Queries;

/// <summary>How many of the organization's jobs wait, run or are dead; each is counted up to 1,000.</summary>
public sealed record CountJobs : IQuery<CountJobs.Result>
{
    /// <summary>The counts.</summary>
    /// <param name="Waiting">Those that wait for their turn or for another attempt.</param>
    /// <param name="Running">Those at work.</param>
    /// <param name="Dead">Those that gave up and wait for somebody to look.</param>
    public sealed record Result(int Waiting, int Running, int Dead);

    public sealed class Handler(HeliosDb db) : IQueryHandler<CountJobs, Result>
    {
        public async Task<Outcome<Result>> Handle(CountJobs query, QueryContext context) => new Result(
            await Count(JobState.Waiting, context), await Count(JobState.Running, context), await Count(JobState.Dead, context));

        Task<int> Count(string state, QueryContext context) => db.Jobs
            .Where(job => job.OrganizationId == context.Scope.OrganizationId && job.State == state)
            .Select(job => job.Id).Take(ListRunner.MostCounted).CountAsync(context.Stop);
    }
}
