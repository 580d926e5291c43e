using Helios.Core.CustomFields.Shown;
using Helios.Itsm.Tickets.Queries;
using Helios.Web.Components.Forms;

namespace Helios.Itsm.Tickets.Pages;

/// <summary>The form that changes a ticket's own fields.</summary>
/// <param name="Ticket">The ticket as it is now.</param>
/// <param name="IsClash">Whether somebody else changed it since the form was loaded.</param>
/// <param name="Errors">What is wrong with a refused form.</param>
/// <param name="Fields">The custom fields.</param>
public sealed record EditTicketView(TicketDetails Ticket, bool IsClash, IReadOnlyList<FieldError> Errors, CustomFieldForm Fields);
