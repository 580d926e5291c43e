using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Entities;
using Helios.Kernel.Problems;
using Microsoft.EntityFrameworkCore;

namespace Helios.Tests.Fixtures.Gadgets;

/// <summary>Locks one gadget, meets whoever does the same the other way round, and locks the second: a deadlock made to order.</summary>
public sealed record SwapGadgets([property: Target] EntityRef<Gadget> One, Guid Other, string OwnCode) : ICommand<Nothing>
{
    public sealed class Handler(HeliosDb db, Meeting meeting) : ICommandHandler<SwapGadgets, Nothing>
    {
        public async Task<Outcome<Nothing>> Handle(SwapGadgets command, CommandContext context)
        {
            await meeting.Meet(context.Stop);
            var other = await db.Set<Gadget>().TagWith(ScopeInterceptor.ForUpdate).AsTracking().SingleAsync(row => row.Id == command.Other, context.Stop);
            command.One.Entity.Code = command.OwnCode;
            other.Code = command.OwnCode;
            return Nothing.Instance;
        }
    }
}
