using Helios.Kernel.Commands;
using Helios.Kernel.Problems;

namespace Helios.Kernel.Undo;

/// <summary>An inverse whose rows go back as they were, and that says what must hold then and what else goes back with them.</summary>
public abstract class RowsInverse : IInverse
{
    public async Task<Problem?> Undo(UndoneRun run, CommandContext context) => await run.PutBack() ?? await Settle(context);

    /// <summary>Looks at the rows that were put back, which the change tracker holds and nothing has saved yet, and does the rest.</summary>
    /// <returns>Why the undo is refused, or null when all is well.</returns>
    protected abstract Task<Problem?> Settle(CommandContext context);
}
