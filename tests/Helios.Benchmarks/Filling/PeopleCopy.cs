using Npgsql;
using NpgsqlTypes;

namespace Helios.Benchmarks.Filling;

/// <summary>Writes people by binary COPY: their own rows, their projections, and the text that search is made from.</summary>
static class PeopleCopy
{
    public static async Task Write(Owner owner, Tenant tenant, CancellationToken stop) => await Task.WhenAll(
        Into(owner, "\"user\" (organization_id, id, key, staff_readable, version, created_at, updated_at, name, username, username_key, mail, mail_key, title, is_active, is_vip, is_remote, is_staff, source)", tenant, (row, person) => Own(row, tenant, person), stop),
        Into(owner, ProjectionCopy.Columns, tenant, (row, person) => ProjectionCopy.Write(row, Projection(tenant, person)), stop),
        Into(owner, SearchTables.StagedColumns, tenant, (row, person) => SearchTables.Stage(row, Projection(tenant, person)), stop));

    static async Task Into(Owner owner, string target, Tenant tenant, Action<NpgsqlBinaryImporter, PersonRow> write, CancellationToken stop)
    {
        await using var connection = await owner.Open(stop);
        await using var rows = await connection.BeginBinaryImportAsync($"copy {target} from stdin (format binary)", stop);
        foreach (var person in tenant.People)
        {
            await rows.StartRowAsync(stop);
            write(rows, person);
        }

        await rows.CompleteAsync(stop);
    }

    static void Own(NpgsqlBinaryImporter row, Tenant tenant, PersonRow person)
    {
        row.Write(tenant.Id, NpgsqlDbType.Uuid);
        row.Write(person.Id, NpgsqlDbType.Uuid);
        row.Write(person.Key, NpgsqlDbType.Text);
        row.Write(value: true, NpgsqlDbType.Boolean);
        row.Write(1L, NpgsqlDbType.Bigint);
        row.Write(person.UpdatedAt, NpgsqlDbType.TimestampTz);
        row.Write(person.UpdatedAt, NpgsqlDbType.TimestampTz);
        row.Write(person.Name, NpgsqlDbType.Text);
        row.Write(person.Username, NpgsqlDbType.Text);
        row.Write(person.Username, NpgsqlDbType.Text);
        row.Write(person.Mail, NpgsqlDbType.Text);
        row.Write(person.Mail, NpgsqlDbType.Text);
        row.Write(person.Title, NpgsqlDbType.Text);
        row.Write(value: true, NpgsqlDbType.Boolean);
        row.Write(person.Number % 200 == 0, NpgsqlDbType.Boolean);
        row.Write(person.Number % 7 == 0, NpgsqlDbType.Boolean);
        row.Write(person.IsStaff, NpgsqlDbType.Boolean);
        row.Write("import", NpgsqlDbType.Text);
    }

    static ProjectionRow Projection(Tenant tenant, PersonRow person) => new(tenant.Id, person.Id, "user", person.Key, person.Name, person.Title, person.UpdatedAt, $"user:{person.Id}")
    {
        Addresses = [person.Mail, person.Username],
        StaffText = $"{person.Name}\n{person.Title}\n\n{person.Mail} {person.Username}",
        PublicText = $"{person.Name}\n",
    };
}
