using System.ComponentModel.DataAnnotations;
using Helios.Kernel.Commands;
using Helios.Kernel.Effects;
using Helios.Kernel.Entities;
using Helios.Kernel.Problems;

namespace Helios.Tests.Fixtures.Gadgets;

/// <summary>A command that needs the outside world: it has a gadget shipped to some addresses.</summary>
public sealed record ShipGadget(
    [property: Target] EntityRef<Gadget> Gadget, [property: Required, MaxLength(10)] IReadOnlyList<string> Addresses, bool Carefully) : ICommand<OperationView>
{
    public sealed class Handler : ICommandHandler<ShipGadget, OperationView>
    {
        public Task<Outcome<OperationView>> Handle(ShipGadget command, CommandContext context)
        {
            context.Tell(command.Gadget.Entity, "addresses", null, command.Addresses.Count);
            Outcome<OperationView> operation = context.Call(
                command.Carefully ? GadgetParcel.Careful : GadgetParcel.Repeated,
                command.Gadget.Entity.Id,
                [.. command.Addresses.Select(address => new EffectItem<GadgetParcel>(address, new GadgetParcel(address)))]);
            return Task.FromResult(operation);
        }
    }
}
