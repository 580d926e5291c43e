using System.Buffers.Binary;
using System.Text.Json;

namespace Helios.Kernel.Installations.Backups;

/// <summary>Reads a backup. Its manifest stands at the end, so a file that was cut short is known at once.</summary>
sealed class BackupReader : IDisposable
{
    /// <summary>Bytes that close a backup: where the manifest begins, its length, its number and its hash.</summary>
    public const int EndLength = 8 + 8 + 4 + 32;

    readonly string path;
    readonly FileStream file;
    readonly FrameSeal seal;

    BackupReader(string path, FileStream file, BackupHeader header, FrameSeal seal)
    {
        this.path = path;
        this.file = file;
        this.seal = seal;
        Header = header;
        Manifest = ReadManifest();
    }

    public BackupHeader Header { get; }

    public BackupManifest Manifest { get; }

    /// <summary>Opens a backup with the key that its header names.</summary>
    /// <exception cref="InstallationException">It is no backup, is damaged or newer, or its key is missing.</exception>
    public static BackupReader Open(string path, HeliosSettings settings, Action<string> report)
    {
        var opened = OpenFile(path);
        try
        {
            var header = BackupHeader.Read(opened, path);
            return new BackupReader(path, opened, header, header.Seal(BackupKey.Find(header, settings, report)));
        }
        catch
        {
            opened.Dispose();
            throw;
        }
    }

    /// <summary>The content of a part; reading it to its end proves it.</summary>
    public PartStream Read(BackupPart part, Action<long> passed)
    {
        file.Position = part.Offset;
        return new PartStream(new SealedReader(file, seal, part.Number), part, path, passed);
    }

    public void Dispose()
    {
        seal.Dispose();
        file.Dispose();
    }

    static FileStream OpenFile(string path)
    {
        try
        {
            return new FileStream(path, new FileStreamOptions { BufferSize = FrameSeal.FrameLength });
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InstallationException($"The backup {path} cannot be read: {e.Message}", "Name a file that ./helios backup wrote, and that this user may read.", e);
        }
    }

    BackupManifest ReadManifest()
    {
        var end = new byte[EndLength];
        if (file.Length < EndLength + file.Position)
            throw CutShort();
        file.Position = file.Length - EndLength;
        file.ReadExactly(end);
        var offset = BinaryPrimitives.ReadInt64BigEndian(end);
        if (offset < 0 || offset >= file.Length)
            throw CutShort();
        var part = new BackupPart("manifest", BinaryPrimitives.ReadUInt32BigEndian(end.AsSpan(16)), offset, BinaryPrimitives.ReadInt64BigEndian(end.AsSpan(8)), 0, Convert.ToHexStringLower(end.AsSpan(20)));
        using var content = Read(part, static _ => { });
        using var whole = new MemoryStream();
        content.CopyTo(whole);
        return JsonSerializer.Deserialize<BackupManifest>(whole.ToArray(), JsonSerializerOptions.Web) ?? throw CutShort();
    }

    InstallationException CutShort() =>
        new($"The backup {path} is damaged: it ends too early.", "Take another copy of this backup, or an older backup.");
}
