using Helios.Kernel.Installations;

namespace Helios.Kernel.Data.Migrating;

/// <summary>Which steps a database still has to take; refuses a past that does not fit the program.</summary>
static class MigrationPlan
{
    public static IReadOnlyList<(string Module, MigrationFile File)> Of(IReadOnlyList<MigrationSource> sources, IReadOnlyList<AppliedMigration> applied)
    {
        List<(string, MigrationFile)> waiting = [];
        foreach (var source in sources)
        {
            RequireWhole(source);
            var past = applied.Where(step => string.Equals(step.Module, source.Module, StringComparison.Ordinal)).OrderBy(step => step.Number).ToList();
            RequireKnown(source, past);
            waiting.AddRange(source.Files.Skip(past.Count).Select(file => (source.Module, file)));
        }

        return waiting;
    }

    static void RequireWhole(MigrationSource source)
    {
        for (var i = 0; i < source.Files.Count; i++)
            if (source.Files[i].Number != i + 1)
                throw new InstallationException(
                    $"The migrations of {source.Module} are not numbered one after the other: {source.Files[i].FileName} stands where number {i + 1:0000} belongs.",
                    "Number the files of the module without holes or doubles and build again.");
    }

    static void RequireKnown(MigrationSource source, List<AppliedMigration> past)
    {
        if (past.Count > 0 && past[^1].Number > source.Files.Count)
            throw new InstallationException(
                $"The database is newer than this program: {source.Module} stands at migration {past[^1].Number:0000} ({past[^1].Name}) and this program knows {source.Files.Count:0000}.",
                "Start the newer version of Helios, or restore a backup that this version made.");
        for (var i = 0; i < past.Count; i++)
        {
            if (past[i].Number != i + 1)
                throw new InstallationException($"The database misses migration {i + 1:0000} of {source.Module}, but has {past[i].Number:0000} ({past[i].Name}).", "Restore the table platform.migration from a backup; somebody changed it.");
            if (!string.Equals(past[i].Checksum, source.Files[i].Checksum, StringComparison.Ordinal))
                throw new InstallationException(
                    $"Migration {source.Files[i].FileName} of {source.Module} was changed after this database ran it.",
                    "Put the file back as it was and write the change as a new migration.");
        }
    }
}
