using System.Runtime.CompilerServices;
using Helios.Kernel.Data.Migrating;
using Helios.Kernel.Files;

namespace Helios.Kernel.Installations.Examining;

/// <summary>Looks over a machine and an installation, running or not, and changes nothing that is stored.</summary>
public sealed class Doctor(HeliosSettings settings, IReadOnlyList<MigrationSource> migrations, IReadOnlyList<FileUse> files, TimeProvider clock)
{
    /// <summary>Every finding, as soon as it is known.</summary>
    public async IAsyncEnumerable<Finding> Examine([EnumeratorCancellation] CancellationToken stop)
    {
        var isRunning = DataFolderLock.IsHeld(settings.DataFolder);
        foreach (var finding in new MachineExamination(settings).All(isRunning))
            yield return finding;
        yield return BackupExamination.Look(settings, clock);
        await foreach (var finding in new DatabaseExamination(settings, migrations, files, clock).All(stop))
            yield return finding;
    }
}
