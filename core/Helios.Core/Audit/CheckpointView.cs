using Helios.Kernel.Events;

namespace Helios.Core.Audit;

/// <summary>A signed checkpoint of the organization's chain.</summary>
/// <param name="Seq">The last link.</param>
/// <param name="Hash">Its hash, in hex.</param>
/// <param name="SignedAt">When it was signed.</param>
/// <param name="KeyName">The name of the signing key.</param>
/// <param name="Signature">ECDSA over P-256 with SHA-256, r and s, in hex.</param>
public sealed record CheckpointView(long Seq, string Hash, DateTimeOffset SignedAt, string KeyName, string Signature)
{
    internal static CheckpointView Of(Checkpoint made) =>
        new(made.Seq, Convert.ToHexStringLower(made.Hash), made.SignedAt, made.Key, Convert.ToHexStringLower(made.Signature));
}
