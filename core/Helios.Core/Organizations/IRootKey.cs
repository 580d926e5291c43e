namespace Helios.Core.Organizations;

/// <summary>The key outside the database under which this installation's secrets stand.</summary>
public interface IRootKey
{
    /// <summary>What the owner saves, so that backups can be opened again when the machine is lost.</summary>
    string RecoveryCopy { get; }

    /// <summary>A key of 32 bytes for one purpose; the same purpose always gives the same key.</summary>
    byte[] Derive(string purpose);
}
