using Helios.Kernel.Commands;
using Helios.Kernel.Problems;

namespace Helios.Kernel.Undo;

/// <summary>Undoes the runs of a command that has a shape of its own, such as a bulk change or a merge. Declared with <see cref="CommandDeclaration.Inverse{TInverse}"/>.</summary>
public interface IInverse
{
    /// <summary>Takes a run back, in the transaction of the undo; plain rows go back by <see cref="UndoneRun.PutBack"/>.</summary>
    /// <param name="run">What is to be taken back.</param>
    /// <param name="context">The undo, which is a command itself.</param>
    /// <returns>Why it is refused, or null when it is done.</returns>
    Task<Problem?> Undo(UndoneRun run, CommandContext context);
}
