using Helios.Core.Audit;
using Helios.Kernel.Installations;

namespace Helios.Server.Verbs;

/// <summary>Proves that the audit chains are whole, beside a running Helios or without one.</summary>
static class AuditVerb
{
    public static async Task<int> Verify(HeliosSettings settings, TextWriter output, CancellationToken stop)
    {
        await using var database = await ReachedDatabase.Of(settings, stop);
        return await AuditCommandLine.Verify(database.Connections.Owner, output, stop);
    }
}
