using System.Security.Cryptography;

namespace Helios.Kernel.Secrets;

/// <summary>Memory for key material: the collector never copies it elsewhere, and it is zeroed when it goes out of use.</summary>
sealed class KeyBytes : IDisposable
{
    readonly byte[] bytes;

    KeyBytes(byte[] bytes) => this.bytes = bytes;

    /// <summary>The key itself.</summary>
    public Span<byte> Span => bytes;

    /// <summary>Zeros, to be filled in.</summary>
    public static KeyBytes Empty(int length) => new(GC.AllocateArray<byte>(length, pinned: true));

    /// <summary>A random key of 32 bytes.</summary>
    public static KeyBytes Random()
    {
        var made = Empty(RootKey.Length);
        RandomNumberGenerator.Fill(made.Span);
        return made;
    }

    /// <summary>Takes a key over: the array that it came in is zeroed.</summary>
    public static KeyBytes Take(byte[] from)
    {
        var taken = Empty(from.Length);
        from.CopyTo(taken.Span);
        CryptographicOperations.ZeroMemory(from);
        return taken;
    }

    public void Dispose() => CryptographicOperations.ZeroMemory(bytes);
}
