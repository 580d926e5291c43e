using System.Security.Cryptography;

namespace Helios.Kernel.Events;

/// <summary>The hashes of the chain, with the domain separation of RFC 6962: leaf = SHA-256(00 ‖ event), link = SHA-256(01 ‖ previous link ‖ leaf).</summary>
public static class ChainHash
{
    /// <summary>What the first link of a chain follows: 32 zero bytes.</summary>
    public static byte[] Start => new byte[SHA256.HashSizeInBytes];

    /// <summary>The leaf of an event.</summary>
    public static byte[] Leaf(EventRow row) => SHA256.HashData([0, .. EventBytes.Of(row)]);

    /// <summary>The leaf of an event that was gone when its seal was made: verification names it.</summary>
    public static byte[] LeafOfNothing => SHA256.HashData([0]);

    /// <summary>The link that follows another.</summary>
    public static byte[] Link(byte[] previous, byte[] leaf) => SHA256.HashData([1, .. previous, .. leaf]);
}
