using Helios.Kernel.Data;
using Npgsql;

namespace Helios.Kernel.Installations.Embedded;

/// <summary>The two roles and the database of a private cluster.</summary>
static class ClusterRoles
{
    public static async Task Ensure(string administrator, string database, CancellationToken stop)
    {
        await using var connection = new NpgsqlConnection(administrator);
        await connection.OpenAsync(stop);
        foreach (var role in (string[])[ClusterSettings.Owner, ClusterSettings.Server])
        {
            if (!await Exists(connection, "select exists (select from pg_roles where rolname = $1)", role, stop))
                await Execute(connection, $"create role {role}", stop);
            await Execute(connection, $"alter role {role} login nosuperuser nocreatedb nocreaterole nobypassrls noreplication", stop);
        }

        if (!await Exists(connection, "select exists (select from pg_database where datname = $1)", database, stop))
            await Make(connection, database, stop);
    }

    static async Task Make(NpgsqlConnection connection, string database, CancellationToken stop)
    {
        await Execute(connection, $"create database {Quoted.Name(database)} owner {ClusterSettings.Owner}", stop);
        await Execute(connection, $"revoke all on database {Quoted.Name(database)} from public", stop);
        await Execute(connection, $"grant connect on database {Quoted.Name(database)} to {ClusterSettings.Server}", stop);
    }

    static async Task<bool> Exists(NpgsqlConnection connection, string question, string name, CancellationToken stop)
    {
        await using var ask = new NpgsqlCommand(question, connection) { Parameters = { new() { Value = name } } };
        return await ask.ExecuteScalarAsync(stop) is true;
    }

    static async Task Execute(NpgsqlConnection connection, string statement, CancellationToken stop)
    {
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync(stop);
    }
}
