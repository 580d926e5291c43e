using Npgsql;

namespace Helios.Tests.Growing;

/// <summary>Row-level security by itself, without the code in front of it: the server's role with one organization set.</summary>
static class WallRules
{
    /// <summary>Tables that show or take rows of the other organization, or that hold none, so that nothing is proved.</summary>
    public static async Task<List<string>> Violations(GrowingHouse house)
    {
        List<string> violations = [];
        foreach (var table in await OwnedTables(house))
        {
            if (await Row(house, table) is not { } row)
            {
                violations.Add($"{table} holds no row of Aster, so nothing shows that its wall stands. Let a sample write one.");
                continue;
            }

            if (await Seen(house, table, house.Larkspur.Organization.Id.ToString()) is > 0 and var seen)
                violations.Add($"{table} shows {seen} rows of Aster to Larkspur. Call helios_owned('{table}').");
            if (await Seen(house, table, "") is > 0)
                violations.Add($"{table} shows rows to a connection without an organization. Call helios_owned('{table}').");
            if (await Insert(house, table, row) is not PostgresErrorCodes.InsufficientPrivilege and var state)
                violations.Add($"{table} does not refuse a row of Aster that Larkspur inserts (state {state}).");
        }

        foreach (var partition in await house.Column<string>("select relname from pg_class where relispartition and relkind = 'r' and has_table_privilege('helios_server', oid, 'select')"))
            violations.Add($"{partition} can be read by itself, past the policy of its parent.");
        return violations;
    }

    public static Task<List<string>> OwnedTables(GrowingHouse house) => house.Column<string>(
        """
        select c.relname::text from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'organization_id'
        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition order by 1
        """);

    static async Task<string?> Row(GrowingHouse house, string table) =>
        await house.One<string>($"select (to_jsonb(t) || case when to_jsonb(t) ? 'id' then jsonb_build_object('id', gen_random_uuid()) else '{{}}' end)::text from \"{table}\" t where organization_id = $1 limit 1", house.Aster.Organization.Id);

    static async Task<long> Seen(GrowingHouse house, string table, string organization)
    {
        await using var connection = await house.Database.Server.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await Enter(connection, organization);
        await using var command = new NpgsqlCommand($"select count(*) from \"{table}\" where organization_id = $1", connection) { Parameters = { new() { Value = house.Aster.Organization.Id } } };
        return (long)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>The state in which an insert ends; 00000 when it went through.</summary>
    static async Task<string> Insert(GrowingHouse house, string table, string row)
    {
        var columns = string.Join(", ", await house.Column<string>(
            "select quote_ident(attname) from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' and attidentity = ''", $"public.\"{table}\""));
        await using var connection = await house.Database.Server.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await Enter(connection, house.Larkspur.Organization.Id.ToString());
        await using var command = new NpgsqlCommand($"insert into \"{table}\" ({columns}) select {columns} from jsonb_populate_record(null::\"{table}\", $1::jsonb)", connection) { Parameters = { new() { Value = row } } };
        try
        {
            await command.ExecuteNonQueryAsync();
            return PostgresErrorCodes.SuccessfulCompletion;
        }
        catch (PostgresException e)
        {
            return e.SqlState;
        }
    }

    static async Task Enter(NpgsqlConnection connection, string organization)
    {
        await using var command = new NpgsqlCommand("select set_config('helios.organization', $1, true)", connection) { Parameters = { new() { Value = organization } } };
        await command.ExecuteScalarAsync();
    }
}
