using System.Runtime.InteropServices;

namespace Helios.Kernel.Installations.Backups;

/// <summary>What .NET has no call for: waiting until names and contents of files are on disk.</summary>
static class Disk
{
    /// <summary>Waits for all that was written.</summary>
    public static void Sync() => sync();

    /// <summary>The bytes that are free where a folder stands or is going to stand.</summary>
    public static long Free(string folder)
    {
        var existing = Path.GetFullPath(folder);
        while (!Directory.Exists(existing))
            existing = Path.GetDirectoryName(existing)!;
        return new DriveInfo(existing).AvailableFreeSpace;
    }

    /// <summary>Refuses when there is too little room.</summary>
    /// <param name="folder">Where it goes.</param>
    /// <param name="needed">The bytes that it needs.</param>
    /// <param name="what">What it is, for the message.</param>
    /// <param name="room">Tells the bytes that are free in a folder.</param>
    public static void Require(string folder, long needed, string what, Func<string, long> room)
    {
        var free = room(folder);
        if (free < needed)
            throw new InstallationException($"{what} needs about {Sizes.Text(needed)} in {folder}, and {Sizes.Text(free)} are free there.", "Make room, or choose a folder on another disk.");
    }

    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    static extern void sync();
}
