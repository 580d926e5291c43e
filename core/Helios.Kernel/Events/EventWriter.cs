using Helios.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using NpgsqlTypes;

namespace Helios.Kernel.Events;

/// <summary>Writes the events of a command, all in one message and each with one statement: every change has them, so what they cost is paid everywhere.</summary>
static class EventWriter
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

    /// <summary>Writes them in the transaction of the change, behind its rows.</summary>
    public static async Task Write(HeliosDb db, IReadOnlyList<(EventRow Event, EventDetail Detail)> events, CancellationToken stop)
    {
        if (events.Count == 0)
            return;
        var transaction = db.Database.CurrentTransaction ?? throw new InvalidOperationException("Events are written in the transaction of their change.");
        await using var batch = new NpgsqlBatch((NpgsqlConnection)db.Database.GetDbConnection(), (NpgsqlTransaction)transaction.GetDbTransaction());
        if (db.ScopeSentIn != transaction.TransactionId)
            batch.InOrganization(db.OrganizationId);
        foreach (var (told, detail) in events)
            batch.BatchCommands.Add(Statement(told, detail));
        await batch.ExecuteNonQueryAsync(stop);
        db.ScopeSentIn = transaction.TransactionId;
    }

    static NpgsqlBatchCommand Statement(EventRow told, EventDetail detail)
    {
        var statement = new NpgsqlBatchCommand(Sql);
        Add(told.Id, NpgsqlDbType.Uuid);
        Add(told.OrganizationId, NpgsqlDbType.Uuid);
        Add(told.OccurredAt, NpgsqlDbType.TimestampTz);
        Add(told.Action, NpgsqlDbType.Text);
        Add(told.Kind, NpgsqlDbType.Text);
        Add(told.EntityId, NpgsqlDbType.Uuid);
        Add(told.Key, NpgsqlDbType.Text);
        Add(told.Audience, NpgsqlDbType.Text);
        Add(told.ActorKind, NpgsqlDbType.Text);
        Add(told.AccountId, NpgsqlDbType.Uuid);
        Add(told.UserId, NpgsqlDbType.Uuid);
        Add(told.CredentialId, NpgsqlDbType.Text);
        Add(told.Door, NpgsqlDbType.Text);
        Add(told.RequestId, NpgsqlDbType.Text);
        Add(told.DetailDigest, NpgsqlDbType.Bytea);
        Add(told.RunId, NpgsqlDbType.Uuid);
        Add(told.Command, NpgsqlDbType.Text);
        Add(told.Undoes, NpgsqlDbType.Uuid);
        Add(detail.Salt, NpgsqlDbType.Bytea);
        Add(detail.Body, NpgsqlDbType.Text);
        Add(detail.Form, NpgsqlDbType.Smallint);
        return statement;

        void Add(object? value, NpgsqlDbType type) => statement.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value, NpgsqlDbType = type });
    }
}
