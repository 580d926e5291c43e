using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Effects;
using Helios.Kernel.Entities;
using Helios.Kernel.Problems;

namespace Helios.Tests.Fixtures.Gadgets;

/// <summary>Keeps what is not shipped yet.</summary>
public sealed record StopShipment([property: Target] RowRef<Operation> Operation) : ICommand<Nothing>
{
    public sealed class Handler(HeliosDb db) : ICommandHandler<StopShipment, Nothing>
    {
        public async Task<Outcome<Nothing>> Handle(StopShipment command, CommandContext context)
        {
            await Operations.Cancel(db, command.Operation.Row.Id, context);
            return Nothing.Instance;
        }
    }
}
