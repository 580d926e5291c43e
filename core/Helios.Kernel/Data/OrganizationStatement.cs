using Npgsql;

namespace Helios.Kernel.Data;

/// <summary>Work that reaches customer data without EF: whose it is, and in what organization it stands.</summary>
public static class OrganizationStatement
{
    /// <summary>Names the organization to row-level security until the transaction ends.</summary>
    public static NpgsqlBatch InOrganization(this NpgsqlBatch batch, Guid organization) =>
        batch.Then("select set_config('helios.organization', $1, true)", organization.ToString());

    /// <summary>Every organization of the installation, for work that goes through all of them.</summary>
    public static async Task<List<Guid>> Organizations(this NpgsqlDataSource database, CancellationToken stop)
    {
        await using var command = database.CreateCommand("select id from platform.organization order by id");
        await using var reader = await command.ExecuteReaderAsync(stop);
        List<Guid> organizations = [];
        while (await reader.ReadAsync(stop))
            organizations.Add(reader.GetGuid(0));
        return organizations;
    }

    /// <summary>Runs the same statements in each organization, every one in a transaction of its own.</summary>
    public static async Task InEachOrganization(this NpgsqlDataSource database, Action<NpgsqlBatch, Guid> statements, CancellationToken stop)
    {
        foreach (var organization in await database.Organizations(stop))
        {
            await using var batch = database.CreateBatch();
            statements(batch.InOrganization(organization), organization);
            await batch.ExecuteNonQueryAsync(stop);
        }
    }

    /// <summary>Adds a statement with its positional values.</summary>
    public static NpgsqlBatch Then(this NpgsqlBatch batch, string sql, params ReadOnlySpan<object> values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        batch.BatchCommands.Add(command);
        return batch;
    }
}
