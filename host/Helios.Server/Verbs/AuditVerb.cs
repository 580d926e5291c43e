using Helios.Core.Audit;
using Helios.Kernel.Installations;
using Helios.Kernel.Installations.Embedded;

namespace Helios.Server.Verbs;

/// <summary>Proves that the audit trail is whole, while Helios runs or not.</summary>
static class AuditVerb
{
    /// <summary>Walks every chain of the installation.</summary>
    /// <returns>0 when they are whole, 1 at a broken link.</returns>
    public static async Task<int> Run(IReadOnlyList<string> words, TextWriter output, CancellationToken stop)
    {
        if (words is not ["verify", ..])
            throw new InstallationException("The audit trail can be verified and nothing else.", "Write ./helios audit verify.") { ExitCode = 2 };
        var settings = HeliosSettings.Parse([.. words.Skip(1)], Environment.GetEnvironmentVariable);
        if (settings.OwnServer is { } own)
            return await AuditCommandLine.Verify(own.Owner, output, stop);
        if (!EmbeddedPostgres.IsIn(settings.DataFolder))
            throw new InstallationException($"There is no database in {settings.DataFolder}.", "Name the folder of the installation with --data.");
        if (DataFolderLock.IsHeld(settings.DataFolder))
            return await AuditCommandLine.Verify(EmbeddedPostgres.Running(settings.DataFolder).Owner, output, stop);
        using var held = DataFolderLock.Take(settings.DataFolder);
        await using var postgres = await EmbeddedPostgres.Start(held, new EmbeddedOptions(), stop);
        return await AuditCommandLine.Verify(postgres.Connections.Owner, output, stop);
    }
}
