using Npgsql;

namespace Helios.Kernel.Data;

/// <summary>The first statement of work that reaches customer data without EF.</summary>
public static class OrganizationStatement
{
    /// <summary>Names the organization to row-level security until the transaction ends.</summary>
    public static NpgsqlBatch InOrganization(this NpgsqlBatch batch, Guid organization) =>
        batch.Then("select set_config('helios.organization', $1, true)", organization.ToString());

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
