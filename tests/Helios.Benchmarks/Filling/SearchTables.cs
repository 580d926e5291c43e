using Npgsql;
using NpgsqlTypes;

namespace Helios.Benchmarks.Filling;

/// <summary>Fills the tables of search set by set, with the same functions that the triggers call row by row.</summary>
static class SearchTables
{
    public const string StagedColumns = "staged_text (organization_id, id, kind, updated_at, reader, addresses, staff, public, more_staff, more_public)";

    const string Staged =
        """
        create unlogged table staged_text (
          organization_id uuid, id uuid, kind text, updated_at timestamptz, reader text, addresses text[], staff text, public text, more_staff text, more_public text)
        """;

    // Two halves by the last bit of the id, for two connections.
    const string Vectors =
        """
        insert into entity_search (organization_id, id, kind, archived, staff_readable, updated_at, staff, public)
        select organization_id, id, kind, false, true, updated_at,
          case when more_staff is null then helios_vector(staff) else helios_vectors(helios_vector(staff), helios_vector(more_staff)) end,
          case when more_staff is null then helios_vector(public) else helios_vectors(helios_vector(public), helios_vector(more_public)) end
        from staged_text where get_bit(uuid_send(id), 127) = {0}
        """;

    const string Rest =
        """
        insert into entity_text (organization_id, id, staff, public)
        select organization_id, id, helios_vector(staff), helios_vector(public) from staged_text where more_staff is not null;
        insert into entity_reader (organization_id, token, kind, updated_at, id)
        select organization_id, reader, kind, updated_at, id from staged_text order by organization_id, reader, kind, updated_at;
        insert into entity_address (organization_id, address, id)
        select distinct organization_id, lower(address collate pg_c_utf8), id from staged_text, unnest(addresses) address;
        """;

    // The words of helios_countable, counted by PostgreSQL itself; the empty word counts the entities.
    const string Counts =
        """
        insert into search_word (organization_id, word, n)
        select o.id, s.word, s.ndoc from platform.organization o
        cross join lateral ts_stat(format('select staff from entity_search where organization_id = %L', o.id)) s where s.word ~ '^[^0-9]{2,}$'
        union all
        select organization_id, '', count(*) from entity_search group by organization_id
        """;

    public static Task Begin(Owner owner, CancellationToken stop) => owner.Do(Staged, stop);

    public static void Stage(NpgsqlBinaryImporter row, ProjectionRow projection)
    {
        row.Write(projection.Organization, NpgsqlDbType.Uuid);
        row.Write(projection.Id, NpgsqlDbType.Uuid);
        row.Write(projection.Kind, NpgsqlDbType.Text);
        row.Write(projection.UpdatedAt, NpgsqlDbType.TimestampTz);
        row.Write(projection.Reader, NpgsqlDbType.Text);
        row.Write(projection.Addresses, NpgsqlDbType.Array | NpgsqlDbType.Text);
        row.Write(projection.StaffText, NpgsqlDbType.Text);
        row.Write(projection.PublicText, NpgsqlDbType.Text);
        Maybe(row, projection.MoreStaffText);
        Maybe(row, projection.MorePublicText);
    }

    public static async Task Fill(Owner owner, CancellationToken stop)
    {
        await owner.DoAll([Vectors.Replace("{0}", "0", StringComparison.Ordinal), Vectors.Replace("{0}", "1", StringComparison.Ordinal)], 2, stop);
        await owner.DoAll([Rest, Counts], 2, stop);
        await owner.Do("drop table staged_text", stop);
    }

    static void Maybe(NpgsqlBinaryImporter row, string? text)
    {
        if (text is null)
            row.WriteNull();
        else
            row.Write(text, NpgsqlDbType.Text);
    }
}
