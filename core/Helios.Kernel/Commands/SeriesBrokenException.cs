using Helios.Kernel.Problems;

namespace Helios.Kernel.Commands;

/// <summary>A command of a swift series was refused: all of it is taken back and done again, each command behind a savepoint.</summary>
sealed class SeriesBrokenException(Problem refusal) : Exception(refusal.Text)
{
    /// <summary>Whether somebody else had changed the same, who may be the neighbor.</summary>
    public bool IsContended { get; } = refusal.Kind is ProblemKind.Stale;
}
