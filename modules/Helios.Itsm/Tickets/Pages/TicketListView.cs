using Helios.Itsm.Tickets.Queries;
using Helios.Web.Lists;

namespace Helios.Itsm.Tickets.Pages;

/// <summary>The list of tickets.</summary>
/// <param name="Screen">Views, filter and rows.</param>
/// <param name="Open">How many are open, as text.</param>
/// <param name="IsNobody">Whether the account belongs to no person, so that it has no tickets of its own.</param>
public sealed record TicketListView(ListScreen<TicketRow> Screen, string Open, bool IsNobody);
