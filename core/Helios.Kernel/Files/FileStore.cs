using System.Buffers;
using System.Security.Cryptography;
using Helios.Kernel.Problems;

namespace Helios.Kernel.Files;

/// <summary>
/// The contents of files, in a folder: each organization has its own, and in it each content stands once, under its SHA-256
/// (<c>{organization}/{first two digits}/{hash}</c>). What is coming in stands under <c>{organization}/incoming</c> and is never read.
/// </summary>
/// <remarks>
/// Organizations share no content: whether another one has a file can be seen neither by the answer nor by its time. A content is
/// written, written out, and only then given its name, so a name always means a whole file.
/// </remarks>
public sealed class FileStore(string folder)
{
    /// <summary>The folder of what is coming in, in that of each organization: no part of the data.</summary>
    public const string Incoming = "incoming";

    const int BufferSize = 1 << 16;

    /// <summary>ENOSPC, EDQUOT.</summary>
    const int NoSpace = 28, NoQuota = 122;

    static readonly UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>The whole path of the folder.</summary>
    public string Folder { get; } = Path.GetFullPath(folder);

    /// <summary>The refusal of a file that is larger than <see cref="FileLimits.LargestFile"/>.</summary>
    public static Problem TooLarge { get; } = new(ProblemKind.Invalid, "files.too_large", "A file has at most 25 MB. Make it smaller, or put it where others can fetch it and send the address.");

    /// <summary>The refusal when the disk has no more room.</summary>
    public static Problem DiskFull { get; } = new(ProblemKind.Limited, "files.disk_full", "The disk of this Helios is full, so the file was not kept. Tell whoever runs it, and try again later.");

    /// <summary>Takes a content in; stops as soon as it is too large. Nobody sees it before <see cref="Place"/>.</summary>
    public async Task<Outcome<ReceivedFile>> Receive(Guid organization, Stream content, CancellationToken stop)
    {
        FileStream? file = null;
        try
        {
            file = Begin(organization);
            var hash = await Copy(content, file, stop);
            if (hash is not null && file.Length > 0)
            {
                file.Flush(flushToDisk: true);
                var received = new ReceivedFile(file, hash);
                file = null;
                return received;
            }

            return hash is null ? TooLarge : new Problem(ProblemKind.Invalid, "files.empty", "This file is empty. Choose the one with the content.");
        }
        catch (IOException e) when (IsFull(e))
        {
            return DiskFull;
        }
        finally
        {
            if (file is not null)
                Forget(file);
        }
    }

    /// <summary>Gives a received content its name. The same content once more takes the place of the first, which heals a damaged one.</summary>
    public void Place(Guid organization, ReceivedFile file)
    {
        var path = PathOf(organization, file.Hash);
        var shard = Path.GetDirectoryName(path)!;
        DiskFolder.Make(shard);
        File.Move(file.Path, path, overwrite: true);
        DiskFolder.WriteOut(shard);
    }

    /// <summary>Where a content stands, if it is there.</summary>
    public string PathOf(Guid organization, string hash) => Path.Combine(Of(organization), hash[..2], hash);

    /// <summary>Whether the disk, or this user's share of it, is full.</summary>
    internal static bool IsFull(IOException failure) => failure.HResult is NoSpace or NoQuota;

    /// <summary>The organizations that have files.</summary>
    internal IEnumerable<Guid> Organizations() => Directory.Exists(Folder)
        ? Directory.EnumerateDirectories(Folder).Select(path => Guid.TryParse(Path.GetFileName(path), out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty)
        : [];

    /// <summary>The contents of an organization, a folder of them at a time.</summary>
    internal IEnumerable<string[]> Contents(Guid organization) =>
        Directory.EnumerateDirectories(Of(organization), "??").Select(shard => Directory.GetFiles(shard).Select(path => Path.GetFileName(path)).Where(IsHash).ToArray());

    internal void Remove(Guid organization, string hash) => File.Delete(PathOf(organization, hash));

    /// <summary>Removes what came in half: whoever is still writing holds his file, and a process that died holds none.</summary>
    internal int RemoveHalves(Guid organization, DateTimeOffset before)
    {
        var incoming = Path.Combine(Of(organization), Incoming);
        if (!Directory.Exists(incoming))
            return 0;
        var removed = 0;
        foreach (var half in Directory.EnumerateFiles(incoming).Where(path => File.GetLastWriteTimeUtc(path) < before.UtcDateTime))
        {
            try
            {
                using var held = new FileStream(half, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
                File.Delete(half);
                removed++;
            }
            catch (IOException)
            {
                // Somebody is writing it, or another node was faster.
            }
        }

        return removed;
    }

    string Of(Guid organization) => Path.Combine(Folder, organization.ToString());

    static bool IsHash(string name) => name.Length == 64 && name.All(char.IsAsciiHexDigitLower);

    FileStream Begin(Guid organization)
    {
        var incoming = Path.Combine(Of(organization), Incoming);
        DiskFolder.Make(incoming);
        return new FileStream(Path.Combine(incoming, Guid.CreateVersion7().ToString("n")), new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            BufferSize = 0,
            UnixCreateMode = OwnerOnly,
        });
    }

    /// <summary>The hash of what was copied; null when it is too large.</summary>
    static async Task<string?> Copy(Stream content, FileStream file, CancellationToken stop)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            for (var size = 0L; ;)
            {
                var read = await content.ReadAsync(buffer, stop);
                if (read == 0)
                    return Convert.ToHexStringLower(hash.GetHashAndReset());
                if ((size += read) > FileLimits.LargestFile)
                    return null;
                hash.AppendData(buffer, 0, read);
                await file.WriteAsync(buffer.AsMemory(0, read), stop);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    static void Forget(FileStream file)
    {
        file.Dispose();
        File.Delete(file.Name);
    }
}
