using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Helios.Kernel.Commands;
using Helios.Kernel.Entities;
using Helios.Kernel.Events;
using Helios.Kernel.Input;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Helios.Tests.Growing;

/// <summary>Each command tells what it did: an event of its declared name, with every column that it changed, and with no secret.</summary>
sealed class EventRules(GrowingHouse house)
{
    /// <summary>Commands that rightly write no event, and why.</summary>
    static readonly Dictionary<string, string> Silent = new(StringComparer.Ordinal)
    {
        ["account.set_appearance"] = "The look of one's own pages is nobody's business; the row is the account's.",
        ["inbox.mark"] = "What somebody has read is nobody's business.",
        ["inbox.archive"] = "What somebody has put away is nobody's business.",
        ["inbox.read_all"] = "What somebody has read is nobody's business.",
        ["inbox.archive_all"] = "What somebody has put away is nobody's business.",
        ["inbox.set_notifications"] = "What somebody wants to be told of is nobody's business.",
        ["uploads.add"] = "A file that waits is nothing yet; the command that takes it tells.",
        ["imports.refuse_row"] = "The rows of an import are its own record; the import's events count them.",
        ["fields.reindex"] = "It writes words of the index anew; what they say was told when it was written.",
    };

    /// <summary>Tables whose rows stand for themselves, so that no event repeats their columns.</summary>
    static readonly Dictionary<string, string> Untold = new(StringComparer.Ordinal)
    {
        ["tag"] = "A tag is its name; the event of the tagged entity tells it.",
        ["inbox_entry"] = "An inbox is made from events; what its owner does with it is his own.",
        ["notification_setting"] = "What somebody wants to be told of is his own.",
        ["watcher"] = "To watch changes nothing of the entity; its event tells who.",
        ["tag_name"] = "The names of a tag; the event of whoever renamed or merged it tells them.",
        ["relation_type"] = "It has no page; the event of whoever changed it tells its wording.",
        ["import_row"] = "The rows of an import are its own record.",
        ["bulk_row"] = "What became of a record is the bulk change's own record.",
        ["import_file"] = "The file is what was uploaded; the import's event names it.",
        ["account"] = "It belongs to no organization; its commands tell what changed.",
        ["session"] = "It belongs to no organization; its commands tell what changed.",
        ["label"] = "Its command tells both words on the page of whoever chose them.",
        ["organization"] = "Its command tells name and zone.",
        ["module_switch"] = "Its command tells the switch.",
        ["installation"] = "It belongs to no organization: one row, written by set-up.",
        ["root_key"] = "It belongs to no organization; its command tells the copy.",
        ["upload"] = "A file that waits is nothing yet; the command that takes it tells.",
        ["job"] = "Jobs are their own record.",
        ["saved_view"] = "It belongs to an account, not to an entity; its commands tell the view on the page of the person.",
        ["view_place"] = "Where somebody has a view is his own matter; its command tells the view.",
        ["operation"] = "Operations are their own record; the command before and the one after tell the rest.",
        ["operation_item"] = "The calls of an operation are its own record.",
        ["alert_target"] = "Its command tells the host; the address is secret.",
        ["schedule"] = "Its commands tell times, zone and switch.",
        ["ticket_settings"] = "Its command tells the days.",
    };

    /// <summary>Tables that are records themselves.</summary>
    static readonly string[] Records = ["public.entity", "public.event", "public.event_detail", "public.idempotency", "public.custom_field_value", "platform.event_unsealed"];

    readonly List<string> violations = [];

    public async Task<List<string>> Violations(IEnumerable<Declared> commands)
    {
        var rows = await Rows();
        foreach (var command in commands.Where(declared => declared.IsCommand))
            await Check(command, rows);
        return violations;
    }

    async Task Check(Declared command, TableCache<Dictionary<string, Row>> rows)
    {
        var sampler = new Sampler(house, house.Larkspur, house.Larkspur.Owner);
        var sent = await sampler.Input(command, isFull: true);
        var request = $"event-{house.Next()}";
        var scope = await sampler.Actor(command) with { RequestId = request };
        var before = await rows.Take();
        var outcome = await Samples.Send(house, command, sent, scope, new CommandOptions { IdempotencyKey = request });
        if (!outcome.Succeeded)
        {
            violations.Add(Samples.Complaint(command, outcome.Problem));
            return;
        }

        var bodies = await Bodies(command, request);
        var isSilent = Silent.ContainsKey(command.Name);
        if (bodies.Count == 0 != isSilent)
            violations.Add(isSilent ? $"{command} is listed as silent and writes an event; take it off the list." : $"{command} writes no event. Where its sample finds everything done already (nothing archived to restore), add a recipe to Recipes; else change a tracked row, or Tell what changed; if that is right, say why in EventRules.Silent.");
        var told = bodies.SelectMany(body => body.Changes).ToList();
        foreach (var (table, after) in await rows.Take())
            foreach (var (key, row) in ReferenceEquals(after, before[table]) ? [] : after)
                Told(command, $"{table} {key}", row, before[table].GetValueOrDefault(key), told, isSilent);
        await Secrets(command, request, sent);
    }

    /// <summary>The details of the events of one request; checks name and digest on the way.</summary>
    async Task<List<EventBody>> Bodies(Declared command, string request)
    {
        List<EventBody> bodies = [];
        foreach (var line in await house.Column<string>(
            """
            select jsonb_build_object('action', e.action, 'digest', encode(e.detail_digest, 'hex'), 'salt', encode(d.salt, 'hex'), 'body', d.body)::text
            from event e left join event_detail d on d.organization_id = e.organization_id and d.occurred_at = e.occurred_at and d.event_id = e.id where e.request_id = $1
            """, request))
        {
            var row = JsonNode.Parse(line)!;
            if ((string)row["action"]! != command.Command!.Happened)
                violations.Add($"{command} writes the event {row["action"]}, and declares {command.Command.Happened}.");
            var body = (string?)row["body"] ?? "";
            var digest = Digest(Convert.FromHexString((string)row["salt"]!), body);
            if (Convert.ToHexStringLower(digest) != (string)row["digest"]!)
                violations.Add($"The digest of {command}'s event is not that of its detail.");
            bodies.Add(JsonSerializer.Deserialize<EventBody>(body, HeliosJson.Options)!);
        }

        return bodies;
    }

    /// <summary>As docs/audit.md says, form 2.</summary>
    static byte[] Digest(byte[] salt, string body)
    {
        using var json = JsonDocument.Parse(body);
        string[] first = ["actor", "title", "why"];
        var further = json.RootElement.EnumerateObject().Where(member => !first.Contains(member.Name) && member.Name != "changes").Select(member => $"\"{member.Name}\":{member.Value.GetRawText()}");
        var parts = first.Select(name => json.RootElement.GetProperty(name).GetString() ?? "").Append(string.Join(',', further))
            .Concat(json.RootElement.GetProperty("changes").EnumerateArray().Select(change => change.GetRawText()));
        return SHA256.HashData([.. "helios.detail.2"u8, .. parts.SelectMany((part, at) =>
            SHA256.HashData([.. HMACSHA256.HashData(salt, new byte[] { 0, 0, 0, (byte)at })[..16], .. Encoding.UTF8.GetBytes(part)]))]);
    }

    void Told(Declared command, string id, Row row, Row? before, List<FieldChange> told, bool isSilent)
    {
        if (before?.Json == row.Json)
            return;
        var table = row.Type.GetTableName()!;
        var isTold = typeof(Entity).IsAssignableFrom(row.Type.ClrType) || typeof(IChildRow).IsAssignableFrom(row.Type.ClrType);
        if (!isTold)
        {
            if (!Untold.ContainsKey(table))
                violations.Add($"{command} changes {id}, which no event tells. Make its class an IChildRow, or say why not in EventRules.Untold.");
            return;
        }

        var (old, now) = (before is null ? [] : JsonNode.Parse(before.Json)!.AsObject(), JsonNode.Parse(row.Json)!.AsObject());
        foreach (var property in row.Type.GetProperties().Where(property => !IsBookkeeping(property.Name)))
        {
            var column = property.GetColumnName();
            if (!now.ContainsKey(column) || JsonNode.DeepEquals(old[column], now[column]) || isSilent)
                continue;
            var field = (typeof(Entity).IsAssignableFrom(row.Type.ClrType) ? "" : table + ".") + JsonNamingPolicy.CamelCase.ConvertName(property.Name);
            var change = told.Find(change => change.Field == field);
            if (change is null)
                violations.Add($"{command} changes {table}.{column}, and its event does not tell {field}.");
            else if (property.PropertyInfo?.IsDefined(typeof(SecretAttribute), true) == true && change.New?.ToString() is not (null or "•••"))
                violations.Add($"{command} writes the secret {field} into its event.");
        }
    }

    /// <summary>No secret that was sent stands in an event or in a stored answer.</summary>
    async Task Secrets(Declared command, string request, JsonObject sent)
    {
        string[] secrets = [.. RecordContract.Of(command.Input).Fields.Where(field => field.IsSecret).Select(field => (string?)sent[field.Name]).OfType<string>(), "helios_personal_", "/join/"];
        foreach (var secret in secrets)
            if (await house.One<long>("select count(*) from event e join event_detail d on d.event_id = e.id where e.request_id = $1 and position($2 in d.body) > 0", request, secret) > 0
                || await house.One<long>("select count(*) from idempotency where key = $1 and position($2 in answer) > 0", request, secret) > 0)
                violations.Add($"{command} leaves “{secret}” in its event or in its stored answer.");
    }

    /// <summary>The mapped rows of everything but the records of records, by table and key.</summary>
    async Task<TableCache<Dictionary<string, Row>>> Rows()
    {
        await using var db = house.Context(house.Larkspur.Owner);
        var types = db.Model.GetEntityTypes().Where(type => type.GetTableName() is not null).ToDictionary(type => $"{type.GetSchema() ?? "public"}.{type.GetTableName()}");
        return new(await Snapshots.Of(house), [.. types.Keys.Except(Records)], async table =>
        {
            var type = types[table];
            var keys = string.Join(" || ' ' || ", type.FindPrimaryKey()!.Properties.Select(property => $"\"{property.GetColumnName()}\"::text"));
            return (await house.Column<string[]>($"select array[{keys}, to_jsonb(t)::text] from {Snapshots.Quoted(table)} t"))
                .ToDictionary(line => line[0], line => new Row(type, line[1]), StringComparer.Ordinal);
        });
    }

    static bool IsBookkeeping(string name) => name is nameof(Entity.OrganizationId) or nameof(Entity.Version) or nameof(Entity.UpdatedAt)
        or nameof(Entity.CreatedAt) or nameof(Entity.Number) or nameof(Entity.Id) or nameof(IChildRow.EntityId) or nameof(Entity.StaffReadable);

    sealed record Row(IEntityType Type, string Json);
}
