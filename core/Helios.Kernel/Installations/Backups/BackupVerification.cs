namespace Helios.Kernel.Installations.Backups;

/// <summary>Reads a backup from its beginning to its end and proves every part.</summary>
public static class BackupVerification
{
    /// <summary>Reads it.</summary>
    /// <exception cref="InstallationException">A part is damaged, or the key is missing; the message names which.</exception>
    public static async Task<BackupReport> Run(string path, HeliosSettings settings, Action<string> report, TimeProvider clock, CancellationToken stop)
    {
        using var reader = BackupReader.Open(path, settings, report);
        var parts = reader.Manifest.Parts.ToList();
        var progress = new Progress(report, clock, "Read", parts.Sum(part => part.Length));
        foreach (var part in parts)
        {
            await using var content = reader.Read(part, progress.Add);
            await content.CopyToAsync(Stream.Null, 1 << 20, stop);
        }

        return new BackupReport(path, new FileInfo(path).Length, reader.Header, reader.Manifest);
    }
}
