using Helios.Core.Bulk;
using Helios.Core.CustomFields.Shown;
using Helios.Itsm.Tickets.Queries;
using Helios.Kernel.Queries;
using Helios.Web.Components.Content;
using Helios.Web.Pages;

namespace Helios.Itsm.Tickets.Pages;

/// <summary>The list of tickets.</summary>
/// <param name="At">What the address says.</param>
/// <param name="Tabs">The saved filters.</param>
/// <param name="Open">How many are open, as text; null where the actor sees none.</param>
/// <param name="Page">The rows; empty when something is wrong.</param>
/// <param name="IsStaff">Whose words are read.</param>
/// <param name="Now">The moment of the page, in UTC.</param>
public sealed record TicketListView(
    ListAddress At, IReadOnlyList<TabLink> Tabs, string? Open, ListPage<TicketRow> Page, bool IsStaff, DateTimeOffset Now)
{
    /// <summary>The custom fields that are columns.</summary>
    public required CustomFieldColumns Fields { get; init; }

    /// <summary>What can be done to many at once.</summary>
    public IReadOnlyList<BulkAct> Acts { get; init; } = [];

    /// <summary>What is wrong with the filter.</summary>
    public string? FilterError { get; init; }

    /// <summary>What is wrong besides the filter.</summary>
    public string? Failure { get; init; }

    /// <summary>Whether the account belongs to no person, so that it has no tickets of its own.</summary>
    public bool IsNobody { get; init; }
}
