using Helios.Core.Notifications;
using Helios.Core.Settings;
using Helios.Itsm.Tickets.Commands;
using Helios.Itsm.Tickets.Pages;
using Helios.Itsm.Tickets.Queries;
using Helios.Itsm.Tickets.Samples;
using Helios.Kernel.Modules;
using Helios.Kernel.Scopes;
using Helios.Web.Pages;

namespace Helios.Itsm.Tickets;

/// <summary>Tickets: what people ask for and what becomes of it.</summary>
public sealed class TicketsFeature : Feature
{
    /// <summary>See tickets.</summary>
    public const string Read = "tickets:read";

    /// <summary>Ask for something.</summary>
    public const string Create = "tickets:create";

    /// <summary>Work on tickets.</summary>
    public const string Write = "tickets:write";

    /// <summary>Change the rules of the desk.</summary>
    public const string Manage = "tickets:manage";

    public override string Name => "tickets";

    public override void Declare(FeatureBuilder tickets)
    {
        tickets.Table(TicketTable.Map);
        tickets.Kind<Ticket>("ticket", prefix: "T", label: ("Ticket", "Tickets"), icon: "ticket", page: TicketPages.Root + "/{key}")
            .VisibleToStaff()
            .VisibleToOwn(ticket => ticket.RequesterId);

        tickets.Permission(Read, "See tickets: staff all, everybody else his own", Roles.Admin, Roles.ItStaff, Roles.User);
        tickets.Permission(Create, "Ask for something", Roles.Admin, Roles.ItStaff, Roles.User);
        tickets.Permission(Write, "Assign, prioritize, resolve and close tickets", Roles.Admin, Roles.ItStaff);

        tickets.Permission(Manage, "Change the rules of the desk", Roles.Admin);

        tickets.Command<CreateTicket>("tickets.create", Create, "TicketCreated").Rest("POST /tickets").Palette("New {ticket}", TicketPages.Root + "/new");
        tickets.Command<AssignTicket>("tickets.assign", Write, "TicketAssigned").Rest("PUT /tickets/{ticket}/assignee");
        tickets.Command<TakeTicket>("tickets.take", Write, "TicketTaken").Rest("POST /tickets/{ticket}/take");
        tickets.Command<SetTicketStatus>("tickets.set_status", Write, "TicketMoved").Rest("PUT /tickets/{ticket}/status");
        tickets.Command<UpdateTicket>("tickets.update", Write, "TicketUpdated").Rest("PATCH /tickets/{ticket}").Versioned();
        tickets.Command<CloseTicket>("tickets.close", Write, "TicketClosed").Rest("POST /tickets/{ticket}/close");
        tickets.Command<ReopenTicket>("tickets.reopen", Write, "TicketReopened").Rest("POST /tickets/{ticket}/reopen");
        tickets.Query<ListTickets>("tickets.list", Read).Rest("GET /tickets");
        tickets.Query<GetTicket>("tickets.get", Read).Rest("GET /tickets/{ticket}");
        tickets.Query<CountTickets>("tickets.count", Read).Kept().Rest("GET /ticket-counts");

        tickets.Query<GetTicketSettings>("tickets.settings", Manage).Rest("GET /ticket-settings");
        tickets.Command<SetTicketClosing>("tickets.set_closing", Manage, "TicketClosingSet").Internal().Rest("PUT /ticket-settings");
        tickets.Schedule<CloseResolvedTickets>(CloseResolvedTickets.Name, "Close resolved {ticket+}", "daily 03:10");

        tickets.Contribute(new TicketSample());
        tickets.Contribute(ListTickets.Declaration());
        tickets.Contribute(TicketColumns.List);
        tickets.Contribute(new TicketSettingsPages());
        tickets.Contribute(new SettingsTab("{Ticket+}", TicketSettingsPages.Root, Manage) { Order = 40 });
        tickets.Contribute(new TicketPages());
        tickets.Contribute(new NewItem("{Ticket}", "ticket", TicketPages.Root + "/new", Create, "c t"));
        tickets.Contribute(TicketPlaces.FirstTicket);
        tickets.Contribute(new Involvement("ticket") { AssigneeField = "assigneeId", TellsReaders = true });
        foreach (var contribution in (object[])[.. TicketPlaces.Acts, .. TicketPlaces.Navigation, .. TicketPlaces.Tiles, .. TicketPlaces.OnPeople, .. TicketTexts.Events, .. TicketTexts.Fields])
            tickets.Contribute(contribution);
    }
}
