using Helios.Kernel.Events;

namespace Helios.Core.Audit.Queries;

/// <summary>An event as the audit trail lists it.</summary>
public sealed record EventView
{
    public required Guid Id { get; init; }

    /// <summary>When it happened, in UTC.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>What happened, such as TicketAssigned.</summary>
    public required string Action { get; init; }

    /// <summary>The kind of entity that it happened to.</summary>
    public required string Kind { get; init; }

    /// <summary>The entity's key.</summary>
    public required string Key { get; init; }

    public required Guid EntityId { get; init; }

    /// <summary>The entity's title when it happened; null where it was erased.</summary>
    public string? Title { get; init; }

    /// <summary>Who did it, by his name then; null where it was erased.</summary>
    public string? Actor { get; init; }

    /// <summary>account, token, job or guest.</summary>
    public required string ActorKind { get; init; }

    /// <summary>The person in the directory who did it.</summary>
    public Guid? UserId { get; init; }

    /// <summary>The session or token that he came with.</summary>
    public string? CredentialId { get; init; }

    /// <summary>Where it came in: page, rest, job, start.</summary>
    public required string Door { get; init; }

    /// <summary>The request or job.</summary>
    public required string RequestId { get; init; }

    /// <summary>The reason that was given.</summary>
    public string? Why { get; init; }

    /// <summary>Field by field; empty where all was erased.</summary>
    public required IReadOnlyList<FieldChange> Changes { get; init; }

    internal static EventView Of(EventRow row, EventBody? body) => new()
    {
        Id = row.Id,
        OccurredAt = row.OccurredAt,
        Action = row.Action,
        Kind = row.Kind,
        Key = row.Key,
        EntityId = row.EntityId,
        Title = Kept(body?.Title),
        Actor = Kept(body?.Actor),
        ActorKind = row.ActorKind,
        UserId = row.UserId,
        CredentialId = row.CredentialId,
        Door = row.Door,
        RequestId = row.RequestId,
        Why = Kept(body?.Why),
        Changes = body?.Changes ?? [],
    };

    static string? Kept(string? text) => string.Equals(text, EventBody.Erased, StringComparison.Ordinal) ? null : text;
}
