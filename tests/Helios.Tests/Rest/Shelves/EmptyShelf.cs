using Helios.Kernel.Commands;
using Helios.Kernel.Problems;

namespace Helios.Tests.Rest.Shelves;

/// <summary>Takes the books away.</summary>
public sealed record EmptyShelf(int Shelf, bool Gently = false) : ICommand<Nothing>
{
    public sealed class Handler : ICommandHandler<EmptyShelf, Nothing>
    {
        public Task<Outcome<Nothing>> Handle(EmptyShelf command, CommandContext context) => Task.FromResult<Outcome<Nothing>>(command.Gently
            ? Problem.Conflict("shelves.empty.gently", "Books fall. Empty it the other way.")
            : Nothing.Instance);
    }
}
