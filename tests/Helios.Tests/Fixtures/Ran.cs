using Helios.Kernel.Commands;
using Helios.Kernel.Problems;

namespace Helios.Tests.Fixtures;

static class Ran
{
    /// <summary>The run of a command that has to succeed and change something.</summary>
    public static async Task<Guid> By<T>(Func<CommandOptions, Task<Outcome<T>>> run)
    {
        var report = new CommandReport();
        (await run(new CommandOptions { Report = report })).Expect();
        return report.Run ?? throw new InvalidOperationException("Nothing happened.");
    }
}
