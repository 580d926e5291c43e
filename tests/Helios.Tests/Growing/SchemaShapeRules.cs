using Helios.Core.Identity.Accounts;
using Helios.Core.Identity.Tokens;
using Helios.Core.Organizations;
using Helios.Kernel.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Helios.Tests.Growing;

/// <summary>The EF model and the migrated schema say the same, and every table of customers' data stands behind its wall.</summary>
sealed class SchemaShapeRules(GrowingHouse house)
{
    /// <summary>The closed list of what must be read before an organization is known.</summary>
    static readonly string[] Platform =
    [
        "access_token", "account", "data_protection_key", "event_unsealed", "installation", "invitation", "job", "kept_key", "membership", "migration",
        "module_switch", "organization", "root_key", "schedule", "session", "sign_in_attempt",
    ];

    /// <summary>Tables that triggers and the kernel's own SQL keep, beside the model.</summary>
    static readonly string[] KeptBySql =
    [
        "public.entity_address", "public.entity_reader", "public.entity_search", "public.entity_text", "public.event_cursor", "public.event_seal", "public.file_orphan", "public.key_counter", "public.organization_key", "public.audit_checkpoint",
        "public.search_change", "public.search_word", "public.seal_head", "public.tag_moved", "platform.data_protection_key", "platform.kept_key", "platform.migration", "platform.root_key", "platform.sign_in_attempt",
    ];

    /// <summary>Columns of mapped tables that the database fills.</summary>
    static readonly string[] FilledBySql = ["platform.event_unsealed.n", "platform.membership.unread", "public.location.name_key", "public.location.address_key"];

    /// <summary>Rows that no undo adds or removes: the commands that make them say why they are not undoable.</summary>
    static readonly Type[] NotUndone = [typeof(Organization), typeof(Membership), typeof(AccessToken)];

    /// <summary>Differences between model and schema, in both directions.</summary>
    public async Task<List<string>> Differences()
    {
        List<string> violations = [];
        var columns = await Columns();
        await using var db = house.Context(house.Larkspur.Owner);
        var mapped = db.GetService<IDesignTimeModel>().Model.GetRelationalModel().Tables.Where(table => !table.IsExcludedFromMigrations).ToList();
        foreach (var column in mapped.SelectMany(table => table.Columns))
        {
            var name = $"{column.Table.Schema ?? "public"}.{column.Table.Name}.{column.Name}";
            if (!columns.Remove(name, out var real))
                violations.Add($"The model maps {name}, which the migrations do not make.{(column.Name == "number" ? $" Call helios_numbered('{column.Table.Name}')." : "")}");
            else if (real.Type != column.StoreType || real.IsNullable != column.IsNullable)
                violations.Add($"{name} is {real.Type}{(real.IsNullable ? "" : " not null")} in the database and {column.StoreType}{(column.IsNullable ? "" : " not null")} in the model.");
        }

        violations.AddRange(columns.Keys.Where(name => !FilledBySql.Contains(name) && !KeptBySql.Contains(name[..name.LastIndexOf('.')]))
            .Select(name => $"The migrations make {name}, which the model does not know. Map it, or list it in SchemaShapeRules with what keeps it."));
        return violations;
    }

    /// <summary>Tables outside their wall, and a server's role with more than it needs.</summary>
    public async Task<List<string>> Walls() =>
    [
        .. (await house.Column<string>("select relname::text from pg_class where relnamespace = 'platform'::regnamespace and relkind in ('r', 'p') and not relispartition"))
            .Except(Platform).Select(table => $"platform.{table} is not on the closed list. Give it an organization_id and put it into public, or say here why it must be read before an organization is known."),
        .. (await house.Column<string>(Public + "and not c.relrowsecurity")).Select(table => $"{table} has no row-level security. Call helios_owned('{table}')."),
        .. (await house.Column<string>(Public + "and not exists (select from pg_policy p where p.polrelid = c.oid)")).Select(table => $"{table} has no policy. Call helios_owned('{table}')."),
        .. (await house.Column<string>(Public + "and not exists (select from pg_constraint k join pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[1] where k.conrelid = c.oid and k.contype = 'p' and a.attname = 'organization_id')"))
            .Select(table => $"The primary key of {table} does not begin with organization_id."),
        .. (await house.Column<string>(
            """
            select k.conrelid::regclass || '.' || k.conname from pg_constraint k join pg_class c on c.oid = k.conrelid
            where c.relnamespace = 'public'::regnamespace and k.contype = 'f' and k.conparentid = 0
              and not exists (select from pg_attribute a where a.attrelid = c.oid and a.attnum = k.conkey[1] and a.attname = 'organization_id')
            """)).Select(key => $"The foreign key {key} does not begin with organization_id, so it can point into another organization."),
        .. await Server(),
    ];

    /// <summary>Tables whose rows undo must put back and may not: it adds what was removed, and removes what was added.</summary>
    public async Task<List<string>> Closed()
    {
        await using var db = house.Context(house.Larkspur.Owner);
        var tables = db.Model.GetEntityTypes()
            .Where(type => type.ClrType.IsAssignableTo(typeof(Entity)) || type.ClrType.IsAssignableTo(typeof(IChildRow)) || type.ClrType.IsAssignableTo(typeof(ISetting)))
            .Where(type => !NotUndone.Contains(type.ClrType))
            .Select(type => $"{type.GetSchema() ?? "public"}.{type.GetTableName()}").ToArray();
        return await house.Column<string>(
            """
            select t || ': the server''s role may not ' || p || ' rows, so the undo of a command that wrote the first or took the last fails. Grant it.'
            from unnest($1::text[]) t, unnest(array['insert', 'update', 'delete']) p
            where not has_table_privilege('helios_server', t, p)
            """, [tables]);
    }

    const string Public = "select c.relname::text from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition ";

    async Task<IEnumerable<string>> Server() =>
    [
        .. (await house.Column<string>("select c.oid::regclass::text from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname = 'helios_server'")).Select(owned => $"The server's role owns {owned}; it must own nothing."),
        .. (await house.Column<string>("select 'helios_server' from pg_roles where rolname = 'helios_server' and (rolsuper or rolbypassrls or rolcreatedb or rolcreaterole or rolreplication)")).Select(_ => "The server's role has a right that passes row-level security or makes roles."),
        .. (await house.Column<string>("select c.relname::text from pg_class c where c.relnamespace = 'public'::regnamespace and relkind in ('r','p') and (has_table_privilege('helios_server', c.oid, 'truncate') or has_table_privilege('helios_server', c.oid, 'trigger'))"))
            .Select(table => $"The server's role may truncate {table} or put triggers on it."),
        .. (await house.Column<string>("select 'event' where has_table_privilege('helios_server', 'event', 'update') or has_table_privilege('helios_server', 'event', 'delete')")).Select(_ => "The server's role may change events; they are append-only."),
        .. (await house.Column<string>("select nspname::text from pg_namespace where nspname in ('public', 'platform') and has_schema_privilege('helios_server', oid, 'create')")).Select(schema => $"The server's role may make objects in {schema}."),
    ];

    async Task<Dictionary<string, (string Type, bool IsNullable)>> Columns()
    {
        var found = new Dictionary<string, (string, bool)>(StringComparer.Ordinal);
        foreach (var row in await house.Column<string[]>(
            """
            select array[n.nspname || '.' || c.relname || '.' || a.attname, format_type(a.atttypid, a.atttypmod), (not a.attnotnull)::text]
            from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
            where n.nspname in ('public', 'platform') and c.relkind in ('r', 'p') and not c.relispartition and a.attnum > 0 and not a.attisdropped
            """))
            found[row[0]] = (row[1], row[2] == "true");
        return found;
    }
}
