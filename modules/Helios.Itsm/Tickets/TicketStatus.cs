namespace Helios.Itsm.Tickets;

/// <summary>What becomes of a ticket, in order.</summary>
public static class TicketStatus
{
    /// <summary>Nobody has looked yet.</summary>
    public const string New = "new";

    /// <summary>Somebody works on it.</summary>
    public const string InProgress = "in_progress";

    /// <summary>It waits for the requester or for somebody else.</summary>
    public const string Waiting = "waiting";

    /// <summary>Done as staff see it; the requester may still object.</summary>
    public const string Resolved = "resolved";

    /// <summary>Over. It can be reopened.</summary>
    public const string Closed = "closed";

    /// <summary>Every status, in order.</summary>
    public static IReadOnlyList<string> All { get; } = [New, InProgress, Waiting, Resolved, Closed];

    /// <summary>Those that still need somebody.</summary>
    public static IReadOnlyList<string> Open { get; } = [New, InProgress, Waiting];

    /// <summary>Whether it needs nobody any more.</summary>
    public static bool IsOver(string status) => status is Resolved or Closed;

    /// <summary>What people read.</summary>
    public static string LabelOf(string status) => status switch
    {
        New => "New",
        InProgress => "In progress",
        Waiting => "Waiting",
        Resolved => "Resolved",
        Closed => "Closed",
        _ => status,
    };
}
