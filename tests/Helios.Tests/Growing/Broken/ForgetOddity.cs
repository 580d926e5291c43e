using Helios.Kernel.Commands;
using Helios.Kernel.Entities;
using Helios.Kernel.Problems;

namespace Helios.Tests.Growing.Broken;

// Does nothing, and so tells nothing; nor has it a summary.
public sealed record ForgetOddity([property: Target] EntityRef<Oddity> Oddity) : ICommand<Nothing>
{
    public sealed class Handler : ICommandHandler<ForgetOddity, Nothing>
    {
        public Task<Outcome<Nothing>> Handle(ForgetOddity command, CommandContext context) => Task.FromResult<Outcome<Nothing>>(Nothing.Instance);
    }
}
