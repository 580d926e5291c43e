namespace Helios.Kernel.Events;

/// <summary>What a walk along the audit chains found.</summary>
/// <param name="Events">Sealed events that were checked and hold.</param>
/// <param name="Organizations">Chains that were walked.</param>
/// <param name="Erased">Events whose details were erased; their place in the chain holds.</param>
/// <param name="Waiting">Events that wait for their seal, and the oldest of those that wait too long.</param>
/// <param name="Broken">The first broken link; null when all is whole.</param>
public sealed record ChainReport(long Events, int Organizations, long Erased, (int Count, WaitingEvent? Oldest) Waiting, BrokenLink? Broken)
{
    public bool IsWhole => Broken is null;

    /// <summary>Signed checkpoints that hold.</summary>
    public int Checkpoints { get; init; }
}
