using System.Text;
using Helios.Kernel.Files;

namespace Helios.Kernel.Installations.Backups;

/// <summary>The files of a data folder that belong to its data: what people attached, each under the hash of its content.</summary>
/// <remarks>They are read after the snapshot of the database: what it names is stored already, and is never changed.</remarks>
static class StoredFiles
{
    /// <summary>The folder below the data folder.</summary>
    public const string FolderName = "files";

    const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Their number and size.</summary>
    public static (int Count, long Bytes) Measure(string dataFolder)
    {
        var files = List(dataFolder);
        return (files.Count, files.Sum(file => file.Length));
    }

    /// <summary>Writes every file with its name and length.</summary>
    /// <returns>How many there are.</returns>
    public static async Task<int> Pack(string dataFolder, Stream to, CancellationToken stop)
    {
        var count = 0;
        var folder = Path.Combine(dataFolder, FolderName);
        await using var writer = new BinaryWriter(to, Encoding.UTF8, leaveOpen: true);
        foreach (var file in List(dataFolder))
        {
            await using var content = Open(file);
            if (content is null)
                continue;
            writer.Write(Path.GetRelativePath(folder, file.FullName));
            writer.Write(content.Length);
            await Copy(content, to, content.Length, stop);
            count++;
        }

        writer.Write("");
        return count;
    }

    /// <summary>Puts packed files back.</summary>
    public static async Task Unpack(Stream from, string dataFolder, CancellationToken stop)
    {
        var folder = Path.Combine(dataFolder, FolderName);
        using var reader = new BinaryReader(from, Encoding.UTF8, leaveOpen: true);
        while (reader.ReadString() is { Length: > 0 } name)
        {
            var path = Path.GetFullPath(Path.Combine(folder, name));
            if (!path.StartsWith(folder + "/", StringComparison.Ordinal))
                throw new InstallationException($"The backup holds a file that leads out of its folder: {name}", "Nobody but Helios should write a backup. Take another one.");
            Directory.CreateDirectory(Path.GetDirectoryName(path)!, Private | UnixFileMode.UserExecute);
            await using var file = new FileStream(path, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = Private });
            await Copy(from, file, reader.ReadInt64(), stop);
        }

        // Reads to the end, which proves the part.
        await from.CopyToAsync(Stream.Null, stop);
    }

    static List<FileInfo> List(string dataFolder)
    {
        var folder = new DirectoryInfo(Path.Combine(dataFolder, FolderName));
        return folder.Exists
            ? [.. folder.EnumerateFiles("*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint })
                .Where(file => file.Directory!.Name is not FileStore.Incoming).OrderBy(file => file.FullName, StringComparer.Ordinal)]
            : [];
    }

    // A file that is gone by now belonged to nobody any more.
    static FileStream? Open(FileInfo file)
    {
        try
        {
            return file.Open(new FileStreamOptions { Share = FileShare.ReadWrite | FileShare.Delete });
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    static async Task Copy(Stream from, Stream to, long length, CancellationToken stop)
    {
        var buffer = new byte[(int)Math.Min(128 * 1024, length)];
        while (length > 0)
        {
            var read = await from.ReadAsync(buffer.AsMemory(0, (int)Math.Min(buffer.Length, length)), stop);
            if (read == 0)
                throw new EndOfStreamException("A stored file became shorter while it was read.");
            await to.WriteAsync(buffer.AsMemory(0, read), stop);
            length -= read;
        }
    }
}
