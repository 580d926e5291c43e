using Helios.Kernel.CustomFields;

namespace Helios.Itsm.Tickets.Queries;

/// <summary>A ticket as lists show it.</summary>
public sealed record TicketRow : ICustomized
{
    public required Guid Id { get; init; }

    public required string Key { get; init; }

    public required string Subject { get; init; }

    /// <summary>new, in_progress, waiting, resolved or closed.</summary>
    public required string Status { get; init; }

    /// <summary>low, normal, high or urgent; null for everybody but staff.</summary>
    public TicketPriority? Priority { get; init; }

    /// <summary>Who needs it.</summary>
    public required TicketPerson Requester { get; init; }

    /// <summary>Who of the staff takes care of it; null for nobody.</summary>
    public TicketPerson? Assignee { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Fields of the organization's own by API name, as far as the caller reads them.</summary>
    public CustomFieldView CustomFields { get; init; } = CustomFieldView.Empty;
}
