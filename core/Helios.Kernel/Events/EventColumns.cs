using Helios.Kernel.Data;
using Npgsql;

namespace Helios.Kernel.Events;

/// <summary>Reads events where EF is in the way: streams of a million rows.</summary>
static class EventColumns
{
    /// <summary>All columns of the event alias e, in the order that <see cref="Read"/> expects.</summary>
    public const string All =
        "e.id, e.organization_id, e.occurred_at, e.action, e.kind, e.entity_id, e.key, e.audience, e.actor_kind, "
        + "e.account_id, e.user_id, e.credential_id, e.door, e.request_id, e.detail_digest, e.run_id, e.command, e.undoes";

    /// <summary>
    /// Joins, as the alias e, the event of each row of another alias; $1 is the organization. Each is looked up by its key: joined freely, a plan
    /// made while a month was empty reads all of it for every row.
    /// </summary>
    public static string Of(string place) =>
        $"left join lateral (select * from event where organization_id = $1 and occurred_at = {place}.occurred_at and id = {place}.event_id limit 1) e on true";

    /// <summary>How many columns that is.</summary>
    public const int Count = 18;

    /// <summary>The event whose columns begin here; null where an outer join found none.</summary>
    public static EventRow? Read(NpgsqlDataReader reader, int from) => reader.IsDBNull(from) ? null : new EventRow
    {
        Id = reader.GetGuid(from),
        OrganizationId = reader.GetGuid(from + 1),
        OccurredAt = reader.Time(from + 2),
        Action = reader.GetString(from + 3),
        Kind = reader.GetString(from + 4),
        EntityId = reader.GetGuid(from + 5),
        Key = reader.GetString(from + 6),
        Audience = reader.GetString(from + 7),
        ActorKind = reader.GetString(from + 8),
        AccountId = reader.Id(from + 9),
        UserId = reader.Id(from + 10),
        CredentialId = reader.Text(from + 11),
        Door = reader.GetString(from + 12),
        RequestId = reader.GetString(from + 13),
        DetailDigest = reader.Bytes(from + 14),
        RunId = reader.Id(from + 15),
        Command = reader.Text(from + 16),
        Undoes = reader.Id(from + 17),
    };
}
