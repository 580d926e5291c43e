using Helios.Kernel.Data;
using Helios.Kernel.Problems;
using Helios.Kernel.Queries;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Alerts.Queries;

/// <summary>Where alerts are posted.</summary>
public sealed record GetAlertTarget : IQuery<GetAlertTarget.Result>
{
    /// <summary>The place.</summary>
    /// <param name="Host">The host of the address; null where alerts are not posted. The rest of it is secret.</param>
    public sealed record Result(string? Host);

    public sealed class Handler(HeliosDb db) : IQueryHandler<GetAlertTarget, Result>
    {
        public async Task<Outcome<Result>> Handle(GetAlertTarget query, QueryContext context) =>
            new Result(await db.Set<AlertTarget>().Select(target => target.Host).SingleOrDefaultAsync(context.Stop));
    }
}
