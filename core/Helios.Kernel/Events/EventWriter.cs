using System.Collections.Concurrent;
using System.Data.Common;
using System.Globalization;
using System.Text.RegularExpressions;
using Helios.Kernel.Data;
using Npgsql;
using NpgsqlTypes;

namespace Helios.Kernel.Events;

/// <summary>
/// Writes the events of a command in one message with the rows that it changed, and each with one statement: every change has
/// them, so what they cost is paid everywhere.
/// </summary>
static partial class EventWriter
{
    const string Sql =
        """
        with told as (
          insert into event (id, organization_id, occurred_at, action, kind, entity_id, key, audience, actor_kind,
            account_id, user_id, credential_id, door, request_id, detail_digest, run_id, command, undoes)
          values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)),
        detail as (
          insert into event_detail (organization_id, occurred_at, event_id, salt, body, form) values ($2, $3, $1, $19, $20, $21))
        insert into platform.event_unsealed (organization_id, occurred_at, event_id) values ($2, $3, $1)
        """;

    /// <summary>The statement of the nth event in a message whose values have names.</summary>
    static readonly ConcurrentDictionary<int, string> Named = new();

    /// <summary>Saves the tracked rows and writes the events of their change with them.</summary>
    public static async Task Save(HeliosDb db, IReadOnlyList<(EventRow Event, EventDetail Detail)> events, CancellationToken stop)
    {
        db.EventsToSend = events;
        try
        {
            await db.SaveChangesAsync(stop);
            // Nothing was saved that they could have gone with: what they tell stands in no tracked row.
            if (db.EventsToSend is not null)
                await Write(db, events, stop);
        }
        finally
        {
            db.EventsToSend = null;
        }
    }

    /// <summary>Lets the events that wait travel with the first message of a save.</summary>
    public static void Attach(HeliosDb db, DbCommand save)
    {
        var events = db.EventsToSend ?? [];
        db.EventsToSend = null;
        if (events.Count > 0 && !save.CommandText.TrimEnd().EndsWith(';'))
            save.CommandText += ";";
        for (var n = 0; n < events.Count; n++)
        {
            var prefix = Prefix(n);
            save.CommandText += Named.GetOrAdd(n, static n => $"\n{Placeholder().Replace(Sql, place => $"@{Prefix(n)}{place.Groups["n"].Value}")};");
            var at = 0;
            foreach (var value in Values(events[n].Event, events[n].Detail))
            {
                value.ParameterName = prefix + (++at).ToString(CultureInfo.InvariantCulture);
                save.Parameters.Add(value);
            }
        }
    }

    static string Prefix(int n) => string.Create(CultureInfo.InvariantCulture, $"event{n}_");

    [GeneratedRegex(@"\$(?<n>\d+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Placeholder();

    static async Task Write(HeliosDb db, IReadOnlyList<(EventRow Event, EventDetail Detail)> events, CancellationToken stop)
    {
        if (events.Count == 0)
            return;
        var transaction = db.Database.CurrentTransaction ?? throw new InvalidOperationException("Events are written in the transaction of their change.");
        await using var batch = (await db.RawConnection(stop)).CreateBatch();
        if (db.ScopeSentIn != transaction.TransactionId)
            batch.InOrganization(db.OrganizationId);
        foreach (var (told, detail) in events)
        {
            var statement = new NpgsqlBatchCommand(Sql);
            foreach (var value in Values(told, detail))
                statement.Parameters.Add(value);
            batch.BatchCommands.Add(statement);
        }

        await batch.ExecuteNonQueryAsync(stop);
        db.ScopeSentIn = transaction.TransactionId;
    }

    /// <summary>In the order of the statement's places.</summary>
    static NpgsqlParameter[] Values(EventRow told, EventDetail detail) =>
    [
        Value(told.Id, NpgsqlDbType.Uuid),
        Value(told.OrganizationId, NpgsqlDbType.Uuid),
        Value(told.OccurredAt, NpgsqlDbType.TimestampTz),
        Value(told.Action, NpgsqlDbType.Text),
        Value(told.Kind, NpgsqlDbType.Text),
        Value(told.EntityId, NpgsqlDbType.Uuid),
        Value(told.Key, NpgsqlDbType.Text),
        Value(told.Audience, NpgsqlDbType.Text),
        Value(told.ActorKind, NpgsqlDbType.Text),
        Value(told.AccountId, NpgsqlDbType.Uuid),
        Value(told.UserId, NpgsqlDbType.Uuid),
        Value(told.CredentialId, NpgsqlDbType.Text),
        Value(told.Door, NpgsqlDbType.Text),
        Value(told.RequestId, NpgsqlDbType.Text),
        Value(told.DetailDigest, NpgsqlDbType.Bytea),
        Value(told.RunId, NpgsqlDbType.Uuid),
        Value(told.Command, NpgsqlDbType.Text),
        Value(told.Undoes, NpgsqlDbType.Uuid),
        Value(detail.Salt, NpgsqlDbType.Bytea),
        Value(detail.Body, NpgsqlDbType.Text),
        Value(detail.Form, NpgsqlDbType.Smallint),
    ];

    static NpgsqlParameter Value(object? value, NpgsqlDbType type) => new() { Value = value ?? DBNull.Value, NpgsqlDbType = type };
}
