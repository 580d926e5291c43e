using Helios.Kernel.Data;
using Helios.Kernel.Problems;
using Helios.Kernel.Queries;
using Microsoft.EntityFrameworkCore;

namespace Helios.Tests.Fixtures.Gadgets;

/// <summary>How many gadgets there are.</summary>
public sealed record CountGadgets : IQuery<int>
{
    public sealed class Handler(HeliosDb db) : IQueryHandler<CountGadgets, int>
    {
        public async Task<Outcome<int>> Handle(CountGadgets query, QueryContext context) => await db.Set<Gadget>().CountAsync(context.Stop);
    }
}
