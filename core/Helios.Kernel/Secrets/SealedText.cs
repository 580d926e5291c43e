using System.Text.Json.Serialization;

namespace Helios.Kernel.Secrets;

/// <summary>A sealed text as the database keeps it. It says nothing of what is inside; <see cref="SecretStore"/> opens it.</summary>
[JsonConverter(typeof(SealedTextJson))]
public sealed class SealedText : IEquatable<SealedText>
{
    /// <summary>What stands wherever a sealed value would.</summary>
    public const string Mask = "•••";

    readonly byte[] envelope;

    internal SealedText(byte[] envelope) => this.envelope = envelope;

    internal ReadOnlySpan<byte> Envelope => envelope;

    internal byte[] ToArray() => [.. envelope];

    public bool Equals(SealedText? other) => other is not null && envelope.AsSpan().SequenceEqual(other.envelope);

    public override bool Equals(object? obj) => Equals(obj as SealedText);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.AddBytes(envelope);
        return hash.ToHashCode();
    }

    /// <summary>Three dots.</summary>
    public override string ToString() => Mask;
}
