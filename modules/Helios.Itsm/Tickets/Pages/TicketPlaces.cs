using Helios.Core.Home;
using Helios.Itsm.Tickets.Queries;
using Helios.Web.Pages;
using Microsoft.AspNetCore.Components;

namespace Helios.Itsm.Tickets.Pages;

/// <summary>Where tickets stand besides their own pages: navigation, New menu, Home.</summary>
static class TicketPlaces
{
    const int RowsShown = 5;
    const string Person = "user";

    /// <summary>The places of the navigation: the desk for staff, their own requests for everybody else.</summary>
    public static IReadOnlyList<Place> Navigation { get; } =
    [
        new("Support", "Desk", TicketPages.Root, TicketsFeature.Read) { Icon = "desk", Keys = "g t", Order = 10, Quick = true, Count = OpenCount, For = actor => actor.IsStaff },
        new("Support", "Tickets", TicketPages.Root, TicketsFeature.Read) { Within = "Desk", Order = 10, Count = OpenCount, For = actor => actor.IsStaff },
        new("Support", "My requests", TicketPages.Root, TicketsFeature.Read) { Icon = "desk", Keys = "g t", Order = 10, Quick = true, Count = OpenCount, For = actor => !actor.IsStaff },
    ];

    /// <summary>What Home shows of tickets.</summary>
    public static IReadOnlyList<HomeTile> Tiles { get; } =
    [
        new("tickets.mine", TicketsFeature.Read, request => request.Scope.Actor.IsStaff ? Tile(request, "My open tickets", TicketLists.Mine) : Tile(request, "My requests", TicketLists.Open)) { Order = 10 },
        new("tickets.unassigned", TicketsFeature.Write, request => Tile(request, "Unassigned", TicketLists.Unassigned)) { Order = 20 },
    ];

    /// <summary>What a person's page shows of tickets.</summary>
    public static IReadOnlyList<object> OnPeople { get; } =
    [
        new EntityPanel(Person, TicketsFeature.Read, OfPerson) { Place = PanelPlace.Main, Order = 10 },
        new EntityAction(Person, "New ticket", TicketsFeature.Create, person => $"{TicketPages.Root}/new?requester={person.Key}") { Icon = "add", Keys = "t", Primary = true, Order = 10 },
    ];

    static async Task<int?> OpenCount(PageRequest request) => (await TicketLists.Counts(request)).Open;

    static async Task<RenderFragment?> Tile(PageRequest request, string title, string filter)
    {
        var found = await request.Ask(new ListTickets { Q = filter, Limit = RowsShown, Count = true });
        var root = request.Address(TicketPages.Root);
        return found.Value is { Items.Count: > 0 } page
            ? TicketMarks.Tile(title, page, new ListAddress(root, "").With(filter), root, request.Scope.Actor.IsStaff, request.Now)
            : null;
    }

    /// <summary>The person's open tickets; whoever is no staff sees this on his own page only, and there all tickets are his.</summary>
    static async Task<RenderFragment?> OfPerson(PageRequest request, EntitySubject person)
    {
        var isStaff = request.Scope.Actor.IsStaff;
        var his = isStaff ? "requester:" + person.Key : "";
        var found = await request.Ask(new ListTickets { Q = $"{TicketLists.Open} {his}", Limit = RowsShown, Count = true });
        var root = request.Address(TicketPages.Root);
        return found.Value is { } page ? TicketMarks.Panel(page, new ListAddress(root, "").With(his), root, isStaff, request.Now) : null;
    }
}
