using Helios.Kernel.CustomFields;

namespace Helios.Itsm.Tickets.Queries;

/// <summary>A ticket as its page and the API show it.</summary>
public sealed record TicketDetails
{
    public required Guid Id { get; init; }

    public required string Key { get; init; }

    /// <summary>Send it back as If-Match when you change fields.</summary>
    public required long Version { get; init; }

    public required string Subject { get; init; }

    /// <summary>The request, Markdown.</summary>
    public required string Description { get; init; }

    /// <summary>new, in_progress, waiting, resolved or closed.</summary>
    public required string Status { get; init; }

    /// <summary>low, normal, high or urgent; null for everybody but staff.</summary>
    public TicketPriority? Priority { get; init; }

    public required TicketPerson Requester { get; init; }

    /// <summary>What staff should know about the requester; null for everybody else.</summary>
    public RequesterFacts? RequesterFacts { get; init; }

    public TicketPerson? Assignee { get; init; }

    /// <summary>Who wrote it down, when that was not the requester.</summary>
    public TicketPerson? OpenedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public DateTimeOffset? ResolvedAt { get; init; }

    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>The requester's latest other tickets, at most five; staff only.</summary>
    public required IReadOnlyList<TicketMention> OtherTickets { get; init; }

    /// <summary>Fields of the organization's own by API name, as far as the caller reads them.</summary>
    public CustomFieldView CustomFields { get; init; } = CustomFieldView.Empty;
}
