using Helios.Itsm.Tickets.Commands;
using Helios.Web.Pages;
using Microsoft.AspNetCore.Http;

namespace Helios.Itsm.Tickets.Pages;

/// <summary>The pages of tickets.</summary>
public sealed class TicketPages : PageSet
{
    /// <summary>The list, below which every ticket has its page.</summary>
    public const string Root = "/desk/tickets";

    const string One = Root + "/{ticket}";

    public override void Map(PageRoutes routes)
    {
        routes.Page(Root, TicketsFeature.Read, TicketLists.Show);
        routes.Page(Root + "/new", TicketsFeature.Create, TicketForms.New);
        routes.Form<CreateTicket, TicketChanged>(Root + "/new", (request, _, made) => See(request, made.Key, $"{made.Key} is written down"), TicketForms.New);
        routes.Page(One, TicketsFeature.Read, TicketRecords.Conversation);
        routes.Page(One + "/timeline", TicketsFeature.Read, TicketRecords.Timeline);
        routes.Page(One + "/edit", TicketsFeature.Write, TicketForms.Edit);
        routes.Form<UpdateTicket, TicketChanged>(One + "/edit", (request, _, ticket) => See(request, ticket.Key, $"{ticket.Key} saved"), TicketForms.Edit);
        MapWork(routes);
    }

    static void MapWork(PageRoutes routes)
    {
        routes.Form<AssignTicket, TicketChanged>(One + "/assignee", (request, command, ticket) => See(request, ticket.Key, Assigned(command, ticket)), TicketRecords.Conversation);
        routes.Form<TakeTicket, TicketChanged>(One + "/take", (request, _, ticket) => See(request, ticket.Key, $"{ticket.Key} is yours"), TicketRecords.Conversation);
        routes.Form<SetTicketStatus, TicketChanged>(One + "/status", (request, _, ticket) => See(request, ticket.Key, Moved(ticket)), TicketRecords.Conversation);
        routes.Form<SetTicketStatus, TicketChanged>(One + "/lane", (request, _, ticket) => request.SeeOther(request.CameFrom ?? request.Address(Root + "?q=&layout=board"), Moved(ticket)));
        routes.Form<CloseTicket, TicketChanged>(One + "/close", (request, _, ticket) => See(request, ticket.Key, Moved(ticket)), TicketRecords.Conversation);
        routes.Form<ReopenTicket, TicketChanged>(One + "/reopen", (request, _, ticket) => See(request, ticket.Key, Moved(ticket)), TicketRecords.Conversation);
    }

    static IResult See(PageRequest request, string key, string toast) => request.SeeOther(request.Address($"{Root}/{key}"), toast);

    static string Assigned(AssignTicket command, TicketChanged ticket) =>
        command.Assignee is { } assignee ? $"{ticket.Key} assigned to {assignee.Entity.Name}" : $"{ticket.Key} is nobody's now";

    static string Moved(TicketChanged ticket) => $"{ticket.Key} is {TicketStatus.LabelOf(ticket.Status).ToLowerInvariant()}";
}
