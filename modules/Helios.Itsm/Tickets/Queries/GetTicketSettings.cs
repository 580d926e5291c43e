using Helios.Kernel.Data;
using Helios.Kernel.Problems;
using Helios.Kernel.Queries;
using Microsoft.EntityFrameworkCore;

namespace Helios.Itsm.Tickets.Queries;

/// <summary>The rules of the desk.</summary>
public sealed record GetTicketSettings : IQuery<GetTicketSettings.Result>
{
    /// <summary>The rules.</summary>
    /// <param name="CloseAfterDays">After so many days a resolved ticket is closed by itself.</param>
    public sealed record Result(int CloseAfterDays);

    public sealed class Handler(HeliosDb db) : IQueryHandler<GetTicketSettings, Result>
    {
        public async Task<Outcome<Result>> Handle(GetTicketSettings query, QueryContext context) =>
            new Result((await db.Set<TicketSettings>().SingleOrDefaultAsync(context.Stop))?.CloseAfterDays ?? TicketSettings.UsualDays);
    }
}
