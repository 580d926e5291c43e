using Helios.Kernel.Data.Migrating;

namespace Helios.Kernel.Installations.Backups;

/// <summary>The schema as it was when a backup was made, out of the migrations of this program.</summary>
static class RestoreLevel
{
    /// <summary>The migrations that the backup's database had run.</summary>
    /// <exception cref="InstallationException">This program does not know one of them, or knows it otherwise.</exception>
    public static IReadOnlyList<MigrationSource> Of(BackupManifest manifest, IReadOnlyList<MigrationSource> sources)
    {
        foreach (var module in manifest.Migrations.Select(step => step.Module).Distinct(StringComparer.Ordinal))
            if (!sources.Any(source => string.Equals(source.Module, module, StringComparison.Ordinal)))
                throw new InstallationException(
                    $"The backup holds the module {module} {VersionOf(manifest, module)}, which is not installed here.",
                    $"Install {module} first; it may be switched off afterwards.");
        return [.. sources.Select(source => Cut(source, manifest))];
    }

    static MigrationSource Cut(MigrationSource source, BackupManifest manifest)
    {
        var steps = manifest.Migrations.Where(step => string.Equals(step.Module, source.Module, StringComparison.Ordinal)).OrderBy(step => step.Number).ToList();
        if (steps.Count > source.Files.Count)
            throw new InstallationException(
                $"The backup is newer than this program: {source.Module} {VersionOf(manifest, source.Module)} stands at migration {steps[^1].Number:0000} ({steps[^1].Name}) and this program knows {source.Files.Count:0000}.",
                "Update Helios to the version that made the backup, or a later one.");
        foreach (var (step, file) in steps.Zip(source.Files))
            if (step.Number != file.Number || !string.Equals(step.Checksum, file.Checksum, StringComparison.Ordinal))
                throw new InstallationException(
                    $"Migration {file.FileName} of {source.Module} is not the one that the backup's database ran.",
                    "Restore with the version of Helios that made the backup.");
        return source with { Files = [.. source.Files.Take(steps.Count)] };
    }

    static string VersionOf(BackupManifest manifest, string module) =>
        manifest.Modules.FirstOrDefault(one => string.Equals(one.Id, module, StringComparison.Ordinal))?.Version ?? "";
}
