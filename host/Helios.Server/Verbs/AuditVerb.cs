using Helios.Core.Audit;
using Helios.Kernel.Installations;
using Helios.Kernel.Installations.Embedded;

namespace Helios.Server.Verbs;

/// <summary>Proves that the audit chains are whole, beside a running Helios or without one.</summary>
static class AuditVerb
{
    public static async Task<int> Verify(HeliosSettings settings, TextWriter output, CancellationToken stop)
    {
        if (settings.OwnServer is { } own)
            return await AuditCommandLine.Verify(own.Owner, output, stop);
        if (DataFolderLock.IsHeld(settings.DataFolder))
            return await AuditCommandLine.Verify(EmbeddedPostgres.Running(settings.DataFolder).Owner, output, stop);
        if (!EmbeddedPostgres.IsIn(settings.DataFolder))
            throw new InstallationException($"There is no Helios in {settings.DataFolder}.", "Name its data folder with --data.");

        using var held = DataFolderLock.Take(settings.DataFolder);
        await using var postgres = await EmbeddedPostgres.Start(held, new EmbeddedOptions(), stop);
        return await AuditCommandLine.Verify(postgres.Connections.Owner, output, stop);
    }
}
