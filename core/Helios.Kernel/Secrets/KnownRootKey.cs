using System.Security.Cryptography;

namespace Helios.Kernel.Secrets;

/// <summary>What the database knows of a root key: its name, and a value that proves it.</summary>
sealed record KnownRootKey(string Id, byte[] CheckValue)
{
    /// <summary>Whether it is this key.</summary>
    public bool Fits(RootKey key) =>
        string.Equals(Id, key.Id, StringComparison.Ordinal) && CryptographicOperations.FixedTimeEquals(CheckValue, key.CheckValue);
}
