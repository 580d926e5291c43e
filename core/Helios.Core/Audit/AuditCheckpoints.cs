using Helios.Kernel.Data;
using Helios.Kernel.Events;
using Helios.Kernel.Jobs;
using Npgsql;

namespace Helios.Core.Audit;

/// <summary>Signs a checkpoint of every chain that went on, once a day.</summary>
public sealed class AuditCheckpoints(NpgsqlDataSource database, AuditSigner signer, TimeProvider time) : IRecurring
{
    // A node that is started often must not sign at each start.
    static readonly TimeSpan Pause = TimeSpan.FromHours(20);

    public async Task Run(CancellationToken stop)
    {
        foreach (var organization in await database.Organizations(stop))
            await signer.SignUnlessSince(organization, time.GetUtcNow() - Pause, stop);
    }
}
