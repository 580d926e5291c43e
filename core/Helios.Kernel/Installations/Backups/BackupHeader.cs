using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Helios.Kernel.Secrets;

namespace Helios.Kernel.Installations.Backups;

/// <summary>What stands in clear at the beginning of a backup: which root key opens it. All behind it is sealed.</summary>
/// <param name="Format">The form of the file; a program reads forms up to its own.</param>
/// <param name="MadeAt">When its snapshot was taken.</param>
/// <param name="RootKey">The name of the key.</param>
/// <param name="Check">Tells a wrong key from a damaged file without giving the key away.</param>
/// <param name="Salt">Makes the key of this file one of its own.</param>
public sealed record BackupHeader(int Format, DateTimeOffset MadeAt, string RootKey, string Check, string Salt)
{
    /// <summary>The form that this program writes.</summary>
    public const int CurrentFormat = 1;

    const int Longest = 4096;
    static readonly byte[] Magic = Encoding.ASCII.GetBytes("helios backup\n");

    /// <summary>The header of a new backup.</summary>
    internal static BackupHeader Make(RootKey key, DateTimeOffset now) =>
        new(CurrentFormat, now, key.Id, Convert.ToBase64String(key.CheckValue), Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)));

    internal byte[] Bytes => [.. Magic, .. JsonSerializer.SerializeToUtf8Bytes(this, JsonSerializerOptions.Web), (byte)'\n'];

    /// <summary>The seal of the file's frames; they open under this header only.</summary>
    internal FrameSeal Seal(RootKey key) => new(key.Derive("backup/" + Salt), SHA256.HashData(Bytes));

    internal bool Fits(RootKey key) =>
        string.Equals(key.Id, RootKey, StringComparison.Ordinal) && string.Equals(Convert.ToBase64String(key.CheckValue), Check, StringComparison.Ordinal);

    /// <summary>Reads the header and leaves the file behind it.</summary>
    internal static BackupHeader Read(Stream file, string name)
    {
        var bytes = new byte[Longest];
        var read = file.ReadAtLeast(bytes, Longest, throwOnEndOfStream: false);
        var text = bytes.AsSpan(0, read);
        if (!text.StartsWith(Magic) || text[Magic.Length..].IndexOf((byte)'\n') is not (> 0 and var end))
            throw new InstallationException($"{name} is no backup of Helios.", "Name a file that ./helios backup wrote.");
        var header = Parse(text.Slice(Magic.Length, end), name);
        if (header.Format > CurrentFormat)
            throw new InstallationException($"The backup {name} was written by a newer Helios.", "Update Helios to the version that made it, or a later one.");
        file.Position = header.Bytes.Length;
        return header;
    }

    static BackupHeader Parse(ReadOnlySpan<byte> json, string name)
    {
        try
        {
            return JsonSerializer.Deserialize<BackupHeader>(json, JsonSerializerOptions.Web) is { RootKey: not null, Check: not null, Salt: not null } header ? header : throw new JsonException();
        }
        catch (JsonException e)
        {
            throw new InstallationException($"The backup {name} is damaged: its first lines do not read as they were written.", "Take another copy of this backup, or an older backup.", e);
        }
    }
}
