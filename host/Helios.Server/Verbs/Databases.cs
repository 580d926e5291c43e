using Helios.Kernel.Installations;
using Helios.Kernel.Installations.Embedded;

namespace Helios.Server.Verbs;

/// <summary>The database of an installation for a verb's short work, beside a running Helios or without one.</summary>
static class Databases
{
    public static async Task<int> With(HeliosSettings settings, Func<DatabaseConnections, Task<int>> work, CancellationToken stop)
    {
        if (settings.OwnServer is { } own)
            return await work(own);
        if (DataFolderLock.IsHeld(settings.DataFolder))
            return await work(EmbeddedPostgres.Running(settings.DataFolder));
        if (!EmbeddedPostgres.IsIn(settings.DataFolder))
            throw new InstallationException($"There is no Helios in {settings.DataFolder}.", "Name its data folder with --data.");

        using var held = DataFolderLock.Take(settings.DataFolder);
        await using var postgres = await EmbeddedPostgres.Start(held, new EmbeddedOptions(), stop);
        return await work(postgres.Connections);
    }
}
