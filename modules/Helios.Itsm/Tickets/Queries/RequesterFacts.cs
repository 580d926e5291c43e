namespace Helios.Itsm.Tickets.Queries;

/// <summary>What staff should know about a requester, beside the conversation.</summary>
public sealed record RequesterFacts
{
    /// <summary>The job title.</summary>
    public string? Title { get; init; }

    public string? Mail { get; init; }

    public string? Phone { get; init; }

    /// <summary>Whether the person's requests come first.</summary>
    public bool IsVip { get; init; }

    /// <summary>Whether the person works here now.</summary>
    public bool IsActive { get; init; }

    public string? Location { get; init; }

    public string? LocationKey { get; init; }

    public string? Manager { get; init; }

    public string? ManagerKey { get; init; }
}
