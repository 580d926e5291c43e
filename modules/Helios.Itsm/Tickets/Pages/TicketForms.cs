using Helios.Core.Attachments;
using Helios.Core.CustomFields.Shown;
using Helios.Core.Directory.People;
using Helios.Core.Directory.People.Queries;
using Helios.Itsm.Tickets.Queries;
using Helios.Kernel.Entities;
using Helios.Kernel.Problems;
using Helios.Web.Components.Forms;
using Helios.Web.Pages;
using Microsoft.AspNetCore.Http;

namespace Helios.Itsm.Tickets.Pages;

/// <summary>The forms of tickets, fresh or refused.</summary>
static class TicketForms
{
    /// <summary>A new ticket, for whom <c>?requester=U-12</c> says.</summary>
    public static async Task<IResult> New(PageRequest request) => await request.Show<NewTicketPage, NewTicketView>(new NewTicketView(
        request.Scope.Actor.IsStaff,
        await Requester(request),
        await TicketRecords.Staff(request),
        request.Scope.Actor.Can(AttachmentsFeature.Write),
        Errors(request),
        await CustomFieldForm.Of<Ticket>(request, null)));

    /// <summary>Subject and priority of a ticket; a clash shows both values.</summary>
    public static async Task<IResult> Edit(PageRequest request)
    {
        var ticket = await request.Ask(new GetTicket(new EntityRef<Ticket>(request.Route("ticket"))));
        if (!ticket.Succeeded)
            return request.Refuse(ticket.Problem);
        return await request.Show<EditTicketPage, EditTicketView>(new EditTicketView(
            ticket.Value, request.Refusal?.Kind == ProblemKind.Stale, Errors(request), await CustomFieldForm.Of<Ticket>(request, ticket.Value.CustomFields)));
    }

    static async Task<UserDetails?> Requester(PageRequest request) =>
        request.Scope.Actor.IsStaff && (request.Form.Values?.GetValueOrDefault("requester") ?? request.Query("requester")) is { Length: > 0 } key
            ? (await request.Ask(new GetUser(new EntityRef<User>(key)))).Value
            : null;

    static IReadOnlyList<FieldError> Errors(PageRequest request) => [.. request.Form.Errors.Select(error => new FieldError(error.Key, error.Value))];
}
