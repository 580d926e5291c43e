using Helios.Core.Audit;
using Helios.Kernel.Installations;
using Helios.Kernel.Secrets;

namespace Helios.Server.Verbs;

/// <summary>Verifies audit chains, in the database or in an export, and writes exports, beside a running Helios or without one.</summary>
static class AuditVerb
{
    /// <summary>Verifies the database, and holds it against an older export where one is named.</summary>
    public static async Task<int> Verify(HeliosSettings settings, string? against, TextWriter output, CancellationToken stop)
    {
        await using var database = await ReachedDatabase.Of(settings, stop);
        return await AuditCommandLine.Verify(database.Connections.Owner, output, stop, against);
    }

    /// <summary>Writes the chain of an organization into a file.</summary>
    public static async Task<int> Export(HeliosSettings settings, string file, string? organization, TextWriter output, CancellationToken stop)
    {
        await using var database = await ReachedDatabase.Of(settings, stop);
        var root = await new RootKeyStore(database.Connections.Owner, settings.RootKey, TimeProvider.System, output.WriteLine).Find(stop)
            ?? throw new InstallationException("This installation has no root key yet.", "Start it once.");
        return await AuditCommandLine.Export(database.Connections, root, organization, file, output, stop);
    }
}
