using System.ComponentModel.DataAnnotations;
using Helios.Kernel.Commands;
using Helios.Kernel.Problems;

namespace Helios.Tests.Fixtures.Gadgets;

public sealed record AddGadget([property: Required, MaxLength(40)] string Name, Guid? OwnerId = null, string? Code = null) : ICommand<AddGadget.Result>
{
    public sealed record Result(Guid Id, string Key);

    public sealed class Handler : ICommandHandler<AddGadget, Result>
    {
        public async Task<Outcome<Result>> Handle(AddGadget command, CommandContext context)
        {
            if (string.Equals(command.Name, "refused", StringComparison.Ordinal))
                return Problem.Conflict("gadgets.name.refused", "No gadget is called so. Choose another name.");
            var gadget = await context.Add(new Gadget { Name = command.Name, OwnerId = command.OwnerId, Code = command.Code });
            if (string.Equals(command.Name, "shiny", StringComparison.Ordinal))
                context.Enqueue("gadgets.polish", new PolishGadgets(3), gadget.Id);
            return new Result(gadget.Id, gadget.Key);
        }
    }
}
