using Helios.Core.CustomFields.Shown;
using Helios.Core.Directory.People;
using Helios.Core.Directory.People.Queries;
using Helios.Web.Components.Forms;

namespace Helios.Itsm.Tickets.Pages;

/// <summary>The form of a new ticket.</summary>
/// <param name="IsStaff">Whether it can be written down for somebody else.</param>
/// <param name="Requester">Who needs it, when the address or the actor says so.</param>
/// <param name="Staff">Who may take care of it; staff only.</param>
/// <param name="CanAttach">Whether files can come with it.</param>
/// <param name="Errors">What is wrong with a refused form.</param>
/// <param name="Fields">The custom fields.</param>
public sealed record NewTicketView(bool IsStaff, UserDetails? Requester, IReadOnlyList<UserMention> Staff, bool CanAttach, IReadOnlyList<FieldError> Errors, CustomFieldForm Fields);
