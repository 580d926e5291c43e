using Helios.Kernel.Installations.Embedded;

namespace Helios.Kernel.Installations.Backups;

/// <summary>The data folder that a restore fills. Until it is done a mark stands there, and no server starts on it.</summary>
static class RestoreFolder
{
    const string MarkName = "restoring";

    /// <summary>Refuses a folder whose restore did not come to its end.</summary>
    /// <exception cref="InstallationException">The mark stands there.</exception>
    public static void RequireDone(string dataFolder)
    {
        var mark = Path.Combine(dataFolder, MarkName);
        if (File.Exists(mark))
            throw new InstallationException(
                $"The restore into {dataFolder} did not come to its end, and what is there is no installation yet.",
                $"Start it again, it begins anew: ./helios restore {File.ReadAllText(mark).Trim()} --data {dataFolder}");
    }

    /// <summary>Refuses a folder that holds something else than the remains of a restore.</summary>
    /// <exception cref="InstallationException">It is not empty.</exception>
    public static void RequireEmpty(string dataFolder)
    {
        if (!Directory.Exists(dataFolder) || File.Exists(Path.Combine(dataFolder, MarkName)))
            return;
        if (Directory.EnumerateFileSystemEntries(dataFolder).FirstOrDefault(entry => Path.GetFileName(entry) is not ("lock" or "process" or "lost+found" or Backup.FolderName)) is { } found)
            throw new InstallationException($"The data folder {dataFolder} is not empty: it holds {Path.GetFileName(found)}.", "Name a new folder with --data, or move what is there away. A restore replaces nothing.");
    }

    /// <summary>Takes an empty folder, or one whose restore was cut short, and leaves nothing in it but the mark.</summary>
    public static DataFolderLock Take(string dataFolder, string backup, Action<string> report)
    {
        RequireEmpty(dataFolder);
        var held = DataFolderLock.Take(dataFolder);
        try
        {
            var mark = Path.Combine(held.Folder, MarkName);
            if (File.Exists(mark))
                Clear(held, report);
            File.WriteAllText(mark, Path.GetFullPath(backup) + "\n");
            return held;
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    /// <summary>Says that all is there.</summary>
    public static void Finish(DataFolderLock held)
    {
        Disk.Sync();
        File.Delete(Path.Combine(held.Folder, MarkName));
        Disk.Sync();
    }

    static void Clear(DataFolderLock held, Action<string> report)
    {
        report("An earlier restore was cut short; beginning anew.");
        EmbeddedPostgres.EndLeftovers(held.Folder, report);
        foreach (var folder in Directory.EnumerateDirectories(held.Folder).Where(folder => Path.GetFileName(folder) is not ("lost+found" or Backup.FolderName)))
            Directory.Delete(folder, recursive: true);
    }
}
