using System.ComponentModel.DataAnnotations;
using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Entities;
using Helios.Kernel.Problems;

namespace Helios.Tests.Fixtures.Gadgets;

/// <summary>The second phase of a shipment.</summary>
public sealed record RecordShipment([property: Target] EntityRef<Gadget> Gadget, [property: MaxLength(200)] string States) : ICommand<Nothing>
{
    public sealed class Handler(HeliosDb db) : ICommandHandler<RecordShipment, Nothing>
    {
        public Task<Outcome<Nothing>> Handle(RecordShipment command, CommandContext context)
        {
            db.Add(new GadgetNote { EntityId = command.Gadget.Entity.Id, Text = command.States });
            return Task.FromResult<Outcome<Nothing>>(Nothing.Instance);
        }
    }
}
