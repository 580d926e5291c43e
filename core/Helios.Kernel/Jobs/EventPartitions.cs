using Npgsql;

namespace Helios.Kernel.Jobs;

/// <summary>Keeps the months of the event tables three ahead.</summary>
sealed class EventPartitions(NpgsqlDataSource database) : IRecurring
{
    public async Task Run(CancellationToken stop)
    {
        await using var batch = database.CreateBatch();
        // Two nodes that start together would both find a month missing.
        batch.BatchCommands.Add(new NpgsqlBatchCommand("select pg_advisory_xact_lock(hashtext('helios.event_partitions'))"));
        batch.BatchCommands.Add(new NpgsqlBatchCommand("select helios_event_partitions(now() + interval '4 months')"));
        await batch.ExecuteNonQueryAsync(stop);
    }
}
