using System.Runtime.InteropServices;

namespace Helios.Kernel.Files;

/// <summary>Folders of the disk, where .NET has no call: a name is safe from a power cut only when its folder was written out.</summary>
static class DiskFolder
{
    /// <summary>O_CLOEXEC, which is the same on every Linux; a folder opened for reading can be written out.</summary>
    const int ReadFolder = 0x80000;

    /// <summary>Makes a folder for this user alone, with those above it, and writes their names out.</summary>
    public static void Make(string folder)
    {
        if (Directory.Exists(folder))
            return;
        var above = Path.GetDirectoryName(folder)!;
        Make(above);
        Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        WriteOut(above);
    }

    /// <summary>Writes the names in a folder out to the disk.</summary>
    /// <exception cref="IOException">The disk refuses.</exception>
    public static void WriteOut(string folder)
    {
        var handle = open(folder, ReadFolder);
        if (handle < 0)
            throw Failed(folder);
        try
        {
            if (fsync(handle) != 0)
                throw Failed(folder);
        }
        finally
        {
            _ = close(handle);
        }
    }

    static IOException Failed(string folder) => new($"The folder {folder} could not be written out: {Marshal.GetLastPInvokeErrorMessage()}", Marshal.GetLastPInvokeError());

    [DllImport("libc", SetLastError = true, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    static extern int open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    static extern int fsync(int handle);

    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    static extern int close(int handle);
}
