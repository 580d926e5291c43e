using Helios.Core.Bulk;
using Helios.Core.Home;
using Helios.Itsm.Tickets.Queries;
using Helios.Web.Components.Forms;
using Helios.Web.Lists;
using Helios.Web.Pages;
using Microsoft.AspNetCore.Components;

namespace Helios.Itsm.Tickets.Pages;

/// <summary>Where tickets stand besides their own pages: navigation, New menu, Home.</summary>
static class TicketPlaces
{
    const int RowsOnHome = 5;

    /// <summary>The places of the navigation: the desk for staff, their own requests for everybody else.</summary>
    public static IReadOnlyList<Place> Navigation { get; } =
    [
        new("Support", "Desk", TicketPages.Root, TicketsFeature.Read) { Icon = "desk", Keys = "g t", Order = 10, Quick = true, Count = OpenCount, For = actor => actor.IsStaff },
        new("Support", "{Ticket+}", TicketPages.Root, TicketsFeature.Read) { Within = "Desk", Order = 10, Count = OpenCount, For = actor => actor.IsStaff },
        new("Support", "My requests", TicketPages.Root, TicketsFeature.Read) { Icon = "desk", Keys = "g t", Order = 10, Quick = true, Count = OpenCount, For = actor => !actor.IsStaff },
    ];

    /// <summary>The first ticket ends the first steps of an organization.</summary>
    public static HomeStep FirstTicket { get; } =
        new("Make the first {ticket}", "Write down what somebody needs; everything about it stays in one place.", "ticket", TicketPages.Root + "/new", TicketsFeature.Write, HasTickets) { Order = 40 };

    /// <summary>What the list offers to do to many at once.</summary>
    public static IReadOnlyList<BulkAct> Acts { get; } =
    [
        new("ticket", "tickets.assign", "Assign", "user") { Order = 10, Fields = [new("assignee", "Assignee") { Kinds = "user", EmptyMeans = "Empty: nobody takes care of them." }] },
        new("ticket", "tickets.set_status", "Status", "check") { Order = 20, Fields = [new("status", "Status") { Options = [.. TicketStatus.All.Select(status => new SelectOption(status, TicketStatus.LabelOf(status)))] }] },
        new("ticket", "tickets.update", "Priority", "up") { Order = 30, Fields = [new("priority", "Priority") { Options = [.. Enum.GetValues<TicketPriority>().Select(level => new SelectOption(level.ToString().ToLowerInvariant(), level.ToString()))] }] },
        new("ticket", "tickets.close", "Close", "close") { Order = 40 },
    ];

    /// <summary>What Home shows of tickets.</summary>
    public static IReadOnlyList<HomeTile> Tiles { get; } =
    [
        new("tickets.mine", TicketsFeature.Read, request => request.Scope.Actor.IsStaff ? Tile(request, "My open {ticket+}", TicketViews.Mine.Filter) : Tile(request, "My requests", TicketViews.Open.Filter)) { Order = 10 },
        new("tickets.unassigned", TicketsFeature.Write, request => Tile(request, "Unassigned", TicketViews.Unassigned.Filter)) { Order = 20 },
    ];

    /// <summary>What a person's page shows of tickets, and how one is opened there.</summary>
    public static IReadOnlyList<object> OnPeople { get; } =
    [
        new EntityPanel("user", TicketsFeature.Read, TicketsOf) { Place = PanelPlace.Main, Order = 10 },
        new EntityAction("user", "New {ticket}", TicketsFeature.Write, person => $"{TicketPages.Root}/new?requester={person.Key}") { Icon = "add", Keys = "n", Primary = true },
    ];

    static async Task<bool> HasTickets(PageRequest request) => (await request.Ask(new ListTickets { Limit = 1 })).Value is { Items.Count: > 0 };

    static async Task<int?> OpenCount(PageRequest request) => (await TicketLists.Counts(request)).Open;

    /// <summary>Whoever is no staff sees his own tickets only, and no field to ask for somebody's.</summary>
    static async Task<RenderFragment?> TicketsOf(PageRequest request, EntitySubject person)
    {
        var isStaff = request.Scope.Actor.IsStaff;
        var filter = isStaff ? $"requester:{person.Key}" : "";
        var found = await request.Ask(new ListTickets { Q = filter, Limit = RowsOnHome, Count = true });
        var open = await request.Ask(new ListTickets { Q = $"{TicketViews.Open.Filter} {filter}", Limit = 1, Count = true });
        var root = request.Address(TicketPages.Root);
        return found.Value is not { } page ? null
            : page.Items.Count > 0 ? TicketMarks.Tile(request.Say("{Ticket+}"), page, new ListAddress(root, "").With(filter), root, isStaff, request.Now, $"{open.Value?.TotalText} open")
            : TicketMarks.NoTile(request.Say("{Ticket+}"), isStaff ? $"{person.Title} has not asked for anything yet." : "You have not asked for anything yet.");
    }

    static async Task<RenderFragment?> Tile(PageRequest request, string title, string filter)
    {
        var found = await request.Ask(new ListTickets { Q = filter, Limit = RowsOnHome, Count = true });
        var root = request.Address(TicketPages.Root);
        return found.Value is { Items.Count: > 0 } page
            ? TicketMarks.Tile(request.Say(title), page, new ListAddress(root, "").With(filter), root, request.Scope.Actor.IsStaff, request.Now)
            : null;
    }
}
