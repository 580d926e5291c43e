using Helios.Core.Attachments;
using Helios.Core.Comments;
using Helios.Core.Comments.Queries;
using Helios.Core.Directory.People.Queries;
using Helios.Core.Panels;
using Helios.Core.Timeline.Queries;
using Helios.Itsm.Tickets.Queries;
using Helios.Kernel.Entities;
using Helios.Web.Pages;
using Microsoft.AspNetCore.Http;

namespace Helios.Itsm.Tickets.Pages;

/// <summary>A ticket's page: asks what it shows, each thing once.</summary>
static class TicketRecords
{
    const int MessagesShown = 100;
    const int EventsShown = 100;

    /// <summary>The page with the conversation; after a refused form the same page with what was typed.</summary>
    public static Task<IResult> Conversation(PageRequest request) => Show(request, isTimeline: false);

    /// <summary>The page with all that happened.</summary>
    public static Task<IResult> Timeline(PageRequest request) => Show(request, isTimeline: true);

    /// <summary>Who of the staff may take care of a ticket; empty for everybody else.</summary>
    public static async Task<IReadOnlyList<UserRow>> Staff(PageRequest request) =>
        request.Scope.Actor.IsStaff && await request.Ask(new ListUsers { Q = "staff:yes active:yes", Limit = 200 }) is { Value: { } page } ? page.Items : [];

    static async Task<IResult> Show(PageRequest request, bool isTimeline)
    {
        var found = await request.Ask(new GetTicket(new EntityRef<Ticket>(request.Route("ticket"))));
        if (!found.Succeeded)
            return request.Refuse(found.Problem);
        var ticket = found.Value;
        var parts = await request.PartsOf(new EntitySubject("ticket", ticket.Id, ticket.Key, ticket.Subject) { CustomFields = ticket.CustomFields }, without: [CommentsFeature.Panel, PanelsFeature.Timeline]);
        var view = new TicketView
        {
            Ticket = ticket,
            DescriptionHtml = CommentHtml.Of(ticket.Description),
            IsStaff = request.Scope.Actor.IsStaff,
            Me = request.Scope.Actor.UserId,
            Now = request.Now,
            IsTimeline = isTimeline,
            CanAttach = request.Scope.Actor.Can(AttachmentsFeature.Write),
            Staff = await Staff(request),
            Parts = parts,
            Comments = CommentForm.Address(request, ticket.Key),
            Reply = CommentForm.State(request),
            Refusal = request.Refusal?.Text,
        };
        return await request.Show<TicketPage, TicketView>(await WithWords(request, view));
    }

    static async Task<TicketView> WithWords(PageRequest request, TicketView view)
    {
        var entity = new EntityRef<Entity>(view.Ticket.Key);
        var after = request.Query("after");
        var events = (await request.Ask(new GetTimeline(entity, view.IsTimeline ? after : null, EventsShown))).Value;
        view = view with { Events = events?.Items ?? [], EarlierEvents = events?.Next };
        var comments = (await request.Ask(new ListComments(entity, view.IsTimeline ? null : after, MessagesShown))).Value;
        return view with { Conversation = TicketConversation.Of(comments?.Items ?? [], view.Events), Earlier = comments?.Next };
    }
}
