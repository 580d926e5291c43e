using Helios.Kernel.Commands;
using Helios.Kernel.Problems;
using Helios.Kernel.Undo;

namespace Helios.Tests.Fixtures.Gadgets;

/// <summary>Takes a run back, as Core's own command does.</summary>
public sealed record TakeBackGadget(string Run) : ICommand<Nothing>
{
    public sealed class Handler(Undoing undoing) : ICommandHandler<TakeBackGadget, Nothing>
    {
        public async Task<Outcome<Nothing>> Handle(TakeBackGadget command, CommandContext context) =>
            (await undoing.Undo(Guid.Parse(command.Run), context)).Map(_ => Nothing.Instance);
    }
}
