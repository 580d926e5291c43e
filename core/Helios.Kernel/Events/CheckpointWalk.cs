namespace Helios.Kernel.Events;

/// <summary>Holds the checkpoints of a chain against its links, as somebody walks along them.</summary>
/// <param name="checkpoints">In the order of their links.</param>
/// <param name="keys">The public keys that may have signed them.</param>
sealed class CheckpointWalk(IEnumerable<Checkpoint> checkpoints, IReadOnlyList<byte[]> keys)
{
    readonly Queue<Checkpoint> ahead = new(checkpoints.OrderBy(checkpoint => checkpoint.Seq));

    /// <summary>How many held.</summary>
    public int Held { get; private set; }

    /// <summary>What is wrong with the checkpoints of this link, as a sentence; null when they hold.</summary>
    public string? Wrong(long seq, byte[] hash)
    {
        while (ahead.TryPeek(out var next) && next.Seq <= seq)
        {
            ahead.Dequeue();
            if (!keys.Any(next.IsSignedBy))
                return $"The checkpoint of link {next.Seq} is not signed by a key of this installation: it was altered, or put in.";
            if (next.Seq != seq || !next.Hash.AsSpan().SequenceEqual(hash))
                return $"A checkpoint was signed over another link {next.Seq}: the chain was written anew since.";
            Held++;
        }

        return null;
    }

    /// <summary>The first checkpoint behind the end of the chain; null when there is none.</summary>
    public Checkpoint? Behind => ahead.TryPeek(out var next) ? next : null;
}
