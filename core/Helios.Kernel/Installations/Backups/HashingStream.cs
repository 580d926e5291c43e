using System.Security.Cryptography;

namespace Helios.Kernel.Installations.Backups;

/// <summary>Passes on what is written to it, and counts and hashes it.</summary>
sealed class HashingStream(Stream inner, Action<long> passed) : ForwardStream
{
    readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public override bool CanWrite => true;

    /// <summary>The bytes that went through.</summary>
    public long Count { get; private set; }

    /// <summary>SHA-256 of them, in lower-case hexadecimal.</summary>
    public string Digest => Convert.ToHexStringLower(hash.GetCurrentHash());

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        hash.AppendData(buffer);
        Count += buffer.Length;
        inner.Write(buffer);
        passed(buffer.Length);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            hash.Dispose();
        base.Dispose(disposing);
    }
}
