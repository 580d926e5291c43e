using Helios.Core.Audit;
using Helios.Kernel.Installations;

namespace Helios.Server.Verbs;

/// <summary>Proves that the audit chains are whole, beside a running Helios or without one.</summary>
static class AuditVerb
{
    public static Task<int> Verify(HeliosSettings settings, TextWriter output, CancellationToken stop) =>
        Databases.With(settings, database => AuditCommandLine.Verify(database.Owner, output, stop), stop);
}
