using Npgsql;
using NpgsqlTypes;

namespace Helios.Benchmarks.Filling;

/// <summary>Writes rows of <c>entity</c>.</summary>
static class ProjectionCopy
{
    public const string Columns = "entity (organization_id, id, kind, key, title, subtitle, staff_readable, archived, updated_at, readers, addresses)";

    public static void Write(NpgsqlBinaryImporter row, ProjectionRow projection)
    {
        row.Write(projection.Organization, NpgsqlDbType.Uuid);
        row.Write(projection.Id, NpgsqlDbType.Uuid);
        row.Write(projection.Kind, NpgsqlDbType.Text);
        row.Write(projection.Key, NpgsqlDbType.Text);
        row.Write(projection.Title, NpgsqlDbType.Text);
        row.Write(projection.Subtitle, NpgsqlDbType.Text);
        row.Write(value: true, NpgsqlDbType.Boolean);
        row.Write(value: false, NpgsqlDbType.Boolean);
        row.Write(projection.UpdatedAt, NpgsqlDbType.TimestampTz);
        row.Write<string[]>([projection.Reader], NpgsqlDbType.Array | NpgsqlDbType.Text);
        row.Write(projection.Addresses, NpgsqlDbType.Array | NpgsqlDbType.Text);
    }
}
