using Helios.Kernel.Queries;

namespace Helios.Itsm.Tickets.Queries;

/// <summary>The views that the list of tickets brings along.</summary>
static class TicketViews
{
    /// <summary>What still needs somebody.</summary>
    public static StockView Open { get; } = new("open", "All open", "status:open") { ForStaff = true, IsFirst = true };

    /// <summary>The actor's own work.</summary>
    public static StockView Mine { get; } = new("mine", "My queue", "status:open assignee:me") { ForStaff = true };

    /// <summary>What nobody takes care of.</summary>
    public static StockView Unassigned { get; } = new("unassigned", "Unassigned", "status:open assignee:none") { ForStaff = true };

    /// <summary>What a requester still waits for.</summary>
    public static StockView Waiting { get; } = new("waiting", "Open", Open.Filter) { ForStaff = false, IsFirst = true };

    /// <summary>All of them, in order.</summary>
    public static IReadOnlyList<StockView> Stock { get; } =
    [
        Mine,
        Open,
        Unassigned,
        new("resolved", "Resolved recently", "status:resolved,closed resolved<7d") { ForStaff = true },
        Waiting,
        new("all", "All", ""),
    ];
}
