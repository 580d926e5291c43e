using Helios.Web.Components.Forms;

namespace Helios.Itsm.Tickets.Pages;

/// <summary>The closed choices of ticket forms.</summary>
static class TicketFields
{
    /// <summary>The priorities, lowest first.</summary>
    public static IReadOnlyList<SelectOption> Priorities { get; } =
        [.. Enum.GetValues<TicketPriority>().Select(priority => new SelectOption(Value(priority), priority.ToString()))];

    /// <summary>What a form sends for a priority.</summary>
    public static string Value(TicketPriority priority) => priority.ToString().ToLowerInvariant();
}
