using System.ComponentModel.DataAnnotations;
using Helios.Kernel.Commands;
using Helios.Kernel.Entities;
using Helios.Kernel.Problems;

namespace Helios.Tests.Fixtures.Gadgets;

public sealed record RenameGadget([property: Target] EntityRef<Gadget> Gadget, [property: Required, MaxLength(40)] string Name) : ICommand<Nothing>
{
    public sealed class Handler : ICommandHandler<RenameGadget, Nothing>
    {
        public Task<Outcome<Nothing>> Handle(RenameGadget command, CommandContext context)
        {
            command.Gadget.Entity.Name = command.Name;
            return Task.FromResult<Outcome<Nothing>>(Nothing.Instance);
        }
    }
}
