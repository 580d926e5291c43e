using Helios.Kernel.Data;
using Helios.Kernel.Problems;
using Helios.Kernel.Queries;
using Microsoft.EntityFrameworkCore;

namespace Helios.Tests.Fixtures.Gadgets;

/// <summary>How many gadgets there are.</summary>
public sealed record CountGadgets : IQuery<CountGadgets.Result>
{
    public sealed record Result(int Count);

    public sealed class Handler(HeliosDb db) : IQueryHandler<CountGadgets, Result>
    {
        public async Task<Outcome<Result>> Handle(CountGadgets query, QueryContext context) =>
            new Result(await db.Set<Gadget>().CountAsync(context.Stop));
    }
}
