using Helios.Kernel.Data;
using Npgsql;

namespace Helios.Kernel.Jobs;

/// <summary>Forgets idempotency keys after seven days, since nobody repeats a request for longer, and operations 90 days after their end.</summary>
sealed class UsedKeys(NpgsqlDataSource database, TimeProvider time) : IRecurring
{
    static readonly TimeSpan Kept = TimeSpan.FromDays(7);
    static readonly TimeSpan OperationsKept = TimeSpan.FromDays(90);

    public Task Run(CancellationToken stop) => database.InEachOrganization(
        (batch, organization) => batch
            .Then("delete from idempotency where organization_id = $1 and created_at < $2", organization, time.GetUtcNow() - Kept)
            .Then("delete from operation where organization_id = $1 and finished_at < $2", organization, time.GetUtcNow() - OperationsKept),
        stop);
}
