namespace Helios.Itsm.Tickets.Queries;

/// <summary>Somebody a ticket names.</summary>
/// <param name="Id">The user's id.</param>
/// <param name="Key">The user's key, such as U-12.</param>
/// <param name="Name">The full name.</param>
public sealed record TicketPerson(Guid Id, string Key, string Name)
{
    /// <summary>What staff should know about a requester; null for everybody else.</summary>
    public Profile? Facts { get; init; }

    /// <summary>The requester's facts beside the conversation.</summary>
    public sealed record Profile
    {
        public string? Title { get; init; }

        public string? Mail { get; init; }

        public string? Phone { get; init; }

        public bool IsVip { get; init; }

        public bool IsActive { get; init; }

        public string? Location { get; init; }

        public string? LocationKey { get; init; }

        public string? Manager { get; init; }

        public string? ManagerKey { get; init; }
    }
}
