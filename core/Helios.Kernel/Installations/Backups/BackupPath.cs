using System.Globalization;

namespace Helios.Kernel.Installations.Backups;

/// <summary>Where a backup goes.</summary>
static class BackupPath
{
    /// <summary>The file: as it is named, or in a folder under the moment of the backup. What a killed backup left there is taken away.</summary>
    public static string Of(string to, DateTimeOffset now)
    {
        var full = Path.GetFullPath(to);
        var isFolder = to.EndsWith('/') || Directory.Exists(full) || !full.EndsWith(Backup.End, StringComparison.Ordinal);
        var path = isFolder ? Path.Combine(full, string.Create(CultureInfo.InvariantCulture, $"helios-{now:yyyy-MM-dd'T'HHmmss'Z'}{Backup.End}")) : full;
        try
        {
            var folder = Path.GetDirectoryName(path)!;
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            Sweep(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InstallationException($"The backup cannot be written to {path}: {e.Message}", "Name another place with --to.", e);
        }

        return File.Exists(path)
            ? throw new InstallationException($"There is a file {path} already.", "Name another one with --to; a backup replaces nothing.")
            : path;
    }

    // Whoever still writes one holds it.
    static void Sweep(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder, $"*{Backup.End}{BackupWriter.UnfinishedEnd}"))
        {
            try
            {
                using var held = new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
                File.Delete(file);
            }
            catch (IOException)
            {
                // Another backup is on its way.
            }
        }
    }
}
