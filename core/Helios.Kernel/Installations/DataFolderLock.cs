using System.Globalization;

namespace Helios.Kernel.Installations;

/// <summary>Holds a data folder for one process. The kernel lets it go when the process ends, however it ends.</summary>
public sealed class DataFolderLock : IDisposable
{
    const int WouldBlock = 11;
    const string ProcessFile = "process";
    readonly FileStream held;

    DataFolderLock(string folder, FileStream held) => (Folder, this.held) = (folder, held);

    /// <summary>The full path of the data folder.</summary>
    public string Folder { get; }

    /// <summary>Makes the folder when it is missing and takes it.</summary>
    /// <exception cref="InstallationException">Another process holds it, or it cannot be written.</exception>
    public static DataFolderLock Take(string folder)
    {
        var full = Path.GetFullPath(folder);
        var file = Path.Combine(full, "lock");
        try
        {
            if (!Directory.Exists(full))
                Directory.CreateDirectory(full, FolderMode);
            // FileShare.None is flock(LOCK_EX | LOCK_NB).
            var stream = new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            File.WriteAllText(Path.Combine(full, ProcessFile), Environment.ProcessId.ToString(CultureInfo.InvariantCulture) + "\n");
            return new DataFolderLock(full, stream);
        }
        catch (IOException e) when (e.HResult == WouldBlock)
        {
            throw new InstallationException($"Helios already runs on the data folder {full}{Holder(full)}.", "Stop that one first, or choose another folder with --data.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InstallationException($"The data folder {full} cannot be used: {e.Message}", "Give this user the right to write there, or choose another folder with --data.", e);
        }
    }

    /// <summary>Whether some process holds the folder now.</summary>
    public static bool IsHeld(string folder)
    {
        var file = Path.Combine(folder, "lock");
        if (!File.Exists(file))
            return false;
        try
        {
            using var probe = new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return false;
        }
        catch (IOException e) when (e.HResult == WouldBlock)
        {
            return true;
        }
    }

    public void Dispose() => held.Dispose();

    // Root's PostgreSQL runs as another user, who must get through the folder without reading it.
    static UnixFileMode FolderMode => Environment.IsPrivilegedProcess
        ? UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute
        : UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    static string Holder(string folder)
    {
        try
        {
            return $" (process {File.ReadAllText(Path.Combine(folder, ProcessFile)).Trim()})";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
