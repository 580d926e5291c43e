using System.Buffers.Binary;
using System.IO.Compression;
using System.Text.Json;
using Helios.Kernel.Secrets;

namespace Helios.Kernel.Installations.Backups;

/// <summary>Writes a backup part by part. Its file bears another name until it is whole and on disk.</summary>
sealed class BackupWriter : IDisposable
{
    /// <summary>Ends the name of a file that is being written.</summary>
    public const string UnfinishedEnd = ".new";

    readonly string path;
    readonly FileStream file;
    readonly FrameSeal seal;
    readonly Action<long> passed;
    uint parts;
    bool isFinished;

    public BackupWriter(string path, RootKey key, DateTimeOffset now, Action<long> passed)
    {
        this.path = path;
        this.passed = passed;
        file = new FileStream(path + UnfinishedEnd, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            Share = FileShare.None,
            BufferSize = FrameSeal.FrameLength,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        });
        Header = BackupHeader.Make(key, now);
        seal = Header.Seal(key);
        file.Write(Header.Bytes);
    }

    public BackupHeader Header { get; }

    /// <summary>Adds a part.</summary>
    public async Task<BackupPart> Add(string name, Func<Stream, Task> write)
    {
        var begin = file.Position;
        var number = parts++;
        var sealing = new SealedWriter(file, seal, number);
        await using var compressing = new BrotliStream(sealing, CompressionLevel.Fastest);
        using var content = new HashingStream(compressing, passed);
        // The database gives row by row; hash and compression take large pieces.
        var gathering = new BufferedStream(content, FrameSeal.FrameLength);
        await write(gathering);
        await gathering.FlushAsync();
        // Ends the compression, and with it the part's last frame.
        await compressing.DisposeAsync();
        return new BackupPart(name, number, begin, content.Count, file.Position - begin, content.Digest);
    }

    /// <summary>Adds the manifest, waits for the disk and gives the file its name.</summary>
    /// <returns>The bytes of the file.</returns>
    public async Task<long> Finish(BackupManifest manifest)
    {
        var part = await Add("manifest", to => JsonSerializer.SerializeAsync(to, manifest, JsonSerializerOptions.Web));
        var end = new byte[BackupReader.EndLength];
        BinaryPrimitives.WriteInt64BigEndian(end, part.Offset);
        BinaryPrimitives.WriteInt64BigEndian(end.AsSpan(8), part.Length);
        BinaryPrimitives.WriteUInt32BigEndian(end.AsSpan(16), part.Number);
        Convert.FromHexString(part.Sha256).CopyTo(end, 20);
        await file.WriteAsync(end);
        file.Flush(flushToDisk: true);
        var length = file.Length;
        await file.DisposeAsync();
        File.Move(path + UnfinishedEnd, path, overwrite: true);
        Disk.Sync();
        isFinished = true;
        return length;
    }

    public void Dispose()
    {
        seal.Dispose();
        file.Dispose();
        if (!isFinished)
            File.Delete(path + UnfinishedEnd);
    }
}
