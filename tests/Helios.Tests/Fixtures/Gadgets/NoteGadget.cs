using System.ComponentModel.DataAnnotations;
using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Entities;
using Helios.Kernel.Problems;

namespace Helios.Tests.Fixtures.Gadgets;

public sealed record NoteGadget([property: Target] EntityRef<Gadget> Gadget, [property: Required, MaxLength(200)] string Text) : ICommand<Nothing>
{
    public sealed class Handler(HeliosDb db) : ICommandHandler<NoteGadget, Nothing>
    {
        public Task<Outcome<Nothing>> Handle(NoteGadget command, CommandContext context)
        {
            db.Add(new GadgetNote { EntityId = command.Gadget.Entity.Id, Text = command.Text });
            return Task.FromResult<Outcome<Nothing>>(Nothing.Instance);
        }
    }
}
