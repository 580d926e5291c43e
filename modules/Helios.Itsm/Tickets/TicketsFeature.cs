using Helios.Itsm.Tickets.Commands;
using Helios.Kernel.Modules;
using Helios.Kernel.Scopes;

namespace Helios.Itsm.Tickets;

/// <summary>Tickets: what people ask for and what becomes of it.</summary>
public sealed class TicketsFeature : Feature
{
    public override string Name => "tickets";

    public override void Declare(FeatureBuilder tickets)
    {
        tickets.Table(TicketTable.Map);
        tickets.Kind<Ticket>("ticket", prefix: "T", label: ("Ticket", "Tickets"), icon: "desk", page: "/desk/tickets/{key}")
            .VisibleToStaff()
            .VisibleToOwn(ticket => ticket.RequesterId);

        tickets.Permission("tickets:read", "See tickets: staff all, everybody else his own", Roles.ItStaff, Roles.User);
        tickets.Permission("tickets:create", "Ask for something", Roles.ItStaff, Roles.User);
        tickets.Permission("tickets:write", "Assign, prioritize, resolve and close tickets", Roles.ItStaff);

        tickets.Command<CreateTicket>("tickets.create", "tickets:create", "TicketCreated").Rest("POST /tickets").Palette("New ticket", "/desk/tickets/new");
        tickets.Command<AssignTicket>("tickets.assign", "tickets:write", "TicketAssigned").Rest("PUT /tickets/{ticket}/assignee");
        tickets.Command<TakeTicket>("tickets.take", "tickets:write", "TicketTaken").Rest("POST /tickets/{ticket}/take");
        tickets.Command<SetTicketStatus>("tickets.set_status", "tickets:write", "TicketMoved").Rest("PUT /tickets/{ticket}/status");
        tickets.Command<UpdateTicket>("tickets.update", "tickets:write", "TicketUpdated").Rest("PATCH /tickets/{ticket}").Versioned();
        tickets.Command<CloseTicket>("tickets.close", "tickets:write", "TicketClosed").Rest("POST /tickets/{ticket}/close");
        tickets.Command<ReopenTicket>("tickets.reopen", "tickets:write", "TicketReopened").Rest("POST /tickets/{ticket}/reopen");
    }
}
