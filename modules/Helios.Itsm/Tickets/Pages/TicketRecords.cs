using Helios.Core.Attachments;
using Helios.Core.Comments;
using Helios.Core.Comments.Queries;
using Helios.Core.Directory.People;
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
    public static async Task<IReadOnlyList<UserMention>> Staff(PageRequest request) =>
        request.Scope.Actor.IsStaff && await request.Ask(new ListStaff()) is { Value: { } staff } ? staff.Items : [];

    static async Task<IResult> Show(PageRequest request, bool isTimeline)
    {
        var found = await request.Ask(new GetTicket(new EntityRef<Ticket>(request.Route("ticket"))));
        if (!found.Succeeded)
            return request.Refuse(found.Problem);
        var ticket = found.Value;
        // Each of them asks for itself, all at the same time.
        var parts = request.PartsOf(new EntitySubject("ticket", ticket.Id, ticket.Key, ticket.Subject) { CustomFields = ticket.CustomFields }, without: [CommentsFeature.Panel, PanelsFeature.Timeline]);
        var staff = Staff(request);
        var entity = new EntityRef<Entity>(ticket.Key);
        var after = request.Query("after");
        var events = request.Ask(new GetTimeline(entity, isTimeline ? after : null, EventsShown));
        var comments = request.Ask(new ListComments(entity, isTimeline ? null : after, MessagesShown));
        await Task.WhenAll(parts, staff, events, comments);
        var (happened, said) = ((await events).Value, (await comments).Value);
        return await request.Show<TicketPage, TicketView>(new TicketView
        {
            Ticket = ticket,
            DescriptionHtml = CommentHtml.Of(ticket.Description),
            IsStaff = request.Scope.Actor.IsStaff,
            Me = request.Scope.Actor.UserId,
            Now = request.Now,
            IsTimeline = isTimeline,
            Events = happened?.Items ?? [],
            EarlierEvents = happened?.Next,
            Conversation = TicketConversation.Of(said?.Items ?? [], happened?.Items ?? []),
            Earlier = said?.Next,
            CanAttach = request.Scope.Actor.Can(AttachmentsFeature.Write),
            Staff = await staff,
            Parts = await parts,
            Comments = CommentForm.Address(request, ticket.Key),
            Reply = CommentForm.State(request),
            Refusal = request.Refusal?.Text,
        });
    }
}
