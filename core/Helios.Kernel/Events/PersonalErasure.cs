using System.Data;
using System.Text.Json;
using Helios.Kernel.Data;
using Helios.Kernel.Input;
using Helios.Kernel.Jobs;
using Npgsql;

namespace Helios.Kernel.Events;

/// <summary>
/// Takes the personal values of one person out of every detail of his organization: all values of what happened to him, his name where
/// he acted, and each other value that holds one of his names. The chain holds; killed at any moment, it goes on where values are left.
/// </summary>
public sealed class PersonalErasure(NpgsqlDataSource database)
{
    /// <summary>The event that orders an erasure; its own reason and actor stay.</summary>
    public const string Action = "PersonalDataErased";

    const int BatchSize = 500;

    /// <summary>Fields by whose values the person is known.</summary>
    static readonly string[] Naming = ["name", "mail", "username", "nameKey", "mailKey", "usernameKey"];

    /// <summary>Shorter names would take values along that mean something else.</summary>
    const int ShortestName = 4;

    /// <summary>Erases and says how many details lost something; null when somebody asked to cancel.</summary>
    /// <param name="organization">The organization.</param>
    /// <param name="person">The person in the directory.</param>
    /// <param name="names">What he is called now: name, mail address, user name.</param>
    /// <param name="context">The job.</param>
    public async Task<long?> Run(Guid organization, Guid person, IReadOnlyList<string> names, JobContext context)
    {
        var (order, known) = await Prepare(organization, person, names, context.Stop);
        if (order is not { } erasure)
            throw new InvalidOperationException("No event orders this erasure.");
        var (after, erased, looked) = ((DateTimeOffset.UnixEpoch, Guid.Empty), 0L, 0);
        while (true)
        {
            var rows = await Read(organization, person, known, after, context.Stop);
            erased += await Erase(organization, erasure, known, rows, context.Stop);
            looked += rows.Count;
            if (!await context.Progress(looked, null, $"Values were erased from {erased} events."))
                return null;
            if (rows.Count < BatchSize)
                return erased;
            after = (rows[^1].OccurredAt, rows[^1].EventId);
        }
    }

    /// <summary>The event that ordered it, and every name that the person had, in lower case as it stands in JSON.</summary>
    async Task<((DateTimeOffset At, Guid Id)? Order, string[] Names)> Prepare(Guid organization, Guid person, IReadOnlyList<string> names, CancellationToken stop)
    {
        await using var connection = await database.OpenConnectionAsync(stop);
        await using var batch = connection.CreateBatch();
        batch.InOrganization(organization)
            .Then("select occurred_at, id from event where organization_id = $1 and entity_id = $2 and action = $3 order by occurred_at desc limit 1", organization, person, Action)
            .Then(
                """
                select d.body from event e join event_detail d on d.organization_id = e.organization_id and d.occurred_at = e.occurred_at and d.event_id = e.id
                where e.organization_id = $1 and e.entity_id = $2 and d.body <> ''
                """, organization, person);
        await using var row = await batch.ExecuteReaderAsync(stop);
        await row.NextResultAsync(stop);
        (DateTimeOffset, Guid)? order = await row.ReadAsync(stop) ? (row.Time(0), row.GetGuid(1)) : null;
        await row.NextResultAsync(stop);
        var all = names.ToHashSet(StringComparer.OrdinalIgnoreCase);
        while (await row.ReadAsync(stop))
            if (EventBody.Read(row.GetString(0)) is { } body)
                all.UnionWith(body.Changes.Where(change => Naming.Contains(change.Field, StringComparer.Ordinal)).SelectMany(change => new[] { change.Old, change.New })
                    .Where(value => value is { ValueKind: JsonValueKind.String }).Select(value => value!.Value.GetString()!));
        return (order, [.. all.Where(name => name.Length >= ShortestName && name != EventBody.Erased).Select(name => JsonSerializer.Serialize(name, HeliosJson.Options)[1..^1].ToLowerInvariant())]);
    }

    async Task<List<Row>> Read(Guid organization, Guid person, string[] names, (DateTimeOffset At, Guid Id) after, CancellationToken stop)
    {
        await using var connection = await database.OpenConnectionAsync(stop);
        await using var batch = connection.CreateBatch();
        batch.InOrganization(organization).Then(
            $"""
            select d.occurred_at, d.event_id, d.form, d.salt, d.body, e.entity_id = $2, coalesce(e.user_id = $2, false), e.action = $6
            from event_detail d join event e on e.organization_id = d.organization_id and e.occurred_at = d.occurred_at and e.id = d.event_id
            where d.organization_id = $1 and (d.occurred_at, d.event_id) > ($4, $5) and d.body <> ''
              and (e.entity_id = $2 or e.user_id = $2 or exists (select from unnest($3::text[]) n where position(n in lower(d.body)) > 0))
            order by d.occurred_at, d.event_id limit {BatchSize}
            """, organization, person, names, after.At, after.Id, Action);
        await using var reader = await batch.ExecuteReaderAsync(stop);
        await reader.NextResultAsync(stop);
        List<Row> rows = [];
        while (await reader.ReadAsync(stop))
            rows.Add(new Row(reader.Time(0), reader.GetGuid(1), reader.GetInt16(2), reader.Bytes(3), reader.GetString(4), reader.GetBoolean(5), reader.GetBoolean(6), reader.GetBoolean(7)));
        return rows;
    }

    async Task<int> Erase(Guid organization, (DateTimeOffset At, Guid Id) erasure, string[] names, List<Row> rows, CancellationToken stop)
    {
        await using var connection = await database.OpenConnectionAsync(stop);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, stop);
        await using var batch = connection.CreateBatch();
        batch.InOrganization(organization);
        foreach (var row in rows)
        {
            // A detail of form 1 has one salt, so all of it goes.
            var (salt, body) = row.Form == 1 ? (row.Salt, "") : DetailForm.Erase(row.Salt, row.Body, (at, text) => IsPersonal(row, at, text, names));
            if (!string.Equals(body, row.Body, StringComparison.Ordinal))
                batch.Then("select helios_erase_detail($1, $2, $3, $4, $5, $6)", erasure.At, erasure.Id, row.OccurredAt, row.EventId, salt, body);
        }

        await batch.ExecuteNonQueryAsync(stop);
        await transaction.CommitAsync(stop);
        return batch.BatchCommands.Count - 1;
    }

    static bool IsPersonal(Row row, int part, string text, string[] names)
    {
        var isNamed = text.Length > 0 && Array.Exists(names, name => Json(part, text).Contains(name, StringComparison.OrdinalIgnoreCase));
        return part switch
        {
            0 => row.IsBy || isNamed,
            1 => row.IsAbout || isNamed,
            3 => isNamed,
            2 => text.Length > 0 && ((row.IsAbout && !row.IsOrder) || isNamed),
            _ => (row.IsAbout && !row.IsOrder) || isNamed,
        };
    }

    // Names are compared as they stand in JSON; the first parts come out of it.
    static string Json(int part, string text) => part < 3 ? JsonSerializer.Serialize(text, HeliosJson.Options) : text;

    sealed record Row(DateTimeOffset OccurredAt, Guid EventId, short Form, byte[] Salt, string Body, bool IsAbout, bool IsBy, bool IsOrder);
}
