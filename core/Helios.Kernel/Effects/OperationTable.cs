using Helios.Kernel.Data;
using Npgsql;

namespace Helios.Kernel.Effects;

/// <summary>The marks around calls. Each says which attempt it belongs to: a worker that lost its claim writes nothing.</summary>
sealed class OperationTable(NpgsqlDataSource database, TimeProvider time)
{
    const string Waiting = "where organization_id = $1 and operation_id = $2 and state = 'waiting'";
    const string Called = "where organization_id = $1 and operation_id = $2 and number = $3 and state = 'calling' and attempts = $4";

    /// <summary>Marks the call before it is made; null where it was canceled meanwhile.</summary>
    public async Task<OperationItem?> Begin(OperationItem item, CancellationToken stop) =>
        await Do(item.OrganizationId, $"update operation_item set state = 'calling', attempts = attempts + 1 {Waiting} and number = $3", stop, item.OperationId, item.Number) > 0
            ? new OperationItem
            {
                OrganizationId = item.OrganizationId,
                OperationId = item.OperationId,
                Number = item.Number,
                Label = item.Label,
                Request = item.Request,
                State = ItemState.Calling,
                Attempts = item.Attempts + 1,
                NextAt = item.NextAt,
            }
            : null;

    /// <summary>Has it called again later.</summary>
    public Task Later(OperationItem item, EffectAnswer answer, TimeSpan pause) => Do(
        item.OrganizationId, $"update operation_item set state = 'waiting', next_at = $5, message = $6 {Called}", CancellationToken.None,
        item.OperationId, item.Number, item.Attempts, time.GetUtcNow() + pause, Short(answer.Message));

    /// <summary>Ends the call.</summary>
    public Task End(OperationItem item, string state, EffectAnswer answer) => Do(
        item.OrganizationId, $"update operation_item set state = $5, message = $6, result = $7, finished_at = $8 {Called}", CancellationToken.None,
        item.OperationId, item.Number, item.Attempts, state, Short(answer.Message), Short(answer.Result), time.GetUtcNow());

    /// <summary>When the next call is to be made; null when there is none.</summary>
    public async Task<DateTimeOffset?> NextOf(Operation operation, CancellationToken stop)
    {
        await using var batch = database.CreateBatch();
        batch.InOrganization(operation.OrganizationId).Then($"select min(next_at) from operation_item {Waiting}", operation.OrganizationId, operation.Id);
        await using var reader = await batch.ExecuteReaderAsync(stop);
        await reader.NextResultAsync(stop);
        return await reader.ReadAsync(stop) && !await reader.IsDBNullAsync(0, stop) ? reader.Time(0) : null;
    }

    /// <summary>The operation is over.</summary>
    public Task Finish(Operation operation, string state, CancellationToken stop) => Do(
        operation.OrganizationId, "update operation set state = $3, finished_at = $4 where organization_id = $1 and id = $2 and finished_at is null", stop, operation.Id, state, time.GetUtcNow());

    async Task<int> Do(Guid organization, string sql, CancellationToken stop, params object?[] values)
    {
        await using var batch = database.CreateBatch();
        batch.InOrganization(organization).Then(sql, [organization, .. values.Select(value => value ?? DBNull.Value)]);
        await batch.ExecuteNonQueryAsync(stop);
        return batch.BatchCommands[1].RecordsAffected;
    }

    static string? Short(string? text) => text is { Length: > 1000 } ? text[..1000] : text;
}
