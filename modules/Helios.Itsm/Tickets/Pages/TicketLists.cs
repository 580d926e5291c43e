using Helios.Itsm.Tickets.Queries;
using Helios.Kernel.Problems;
using Helios.Kernel.Queries;
using Helios.Web.Lists;
using Helios.Web.Pages;
using Microsoft.AspNetCore.Http;

namespace Helios.Itsm.Tickets.Pages;

/// <summary>The page of the list of tickets.</summary>
static class TicketLists
{
    /// <summary>The page of the list.</summary>
    public static async Task<IResult> Show(PageRequest request)
    {
        var actor = request.Scope.Actor;
        var counts = await Counts(request);
        var screen = await request.List(TicketColumns.List, new ListTickets(), Known(counts));
        return screen.Answer ?? await request.Show<TicketListPage, TicketListView>(
            new TicketListView(screen, Count(counts.Open).ToString(), !actor.IsStaff && actor.UserId is null));
    }

    /// <summary>How many open tickets there are for the actor; asked once a request, however many want to know.</summary>
    public static async Task<CountTickets.Result> Counts(PageRequest request)
    {
        if (request.Http.Items[typeof(CountTickets)] is not Task<Outcome<CountTickets.Result>> asked)
            request.Http.Items[typeof(CountTickets)] = asked = request.Ask(new CountTickets());
        return (await asked).Value ?? new CountTickets.Result(0, 0, 0);
    }

    /// <summary>Some views are counted for the navigation anyway.</summary>
    static Dictionary<string, ListCount> Known(CountTickets.Result counts) => new(StringComparer.Ordinal)
    {
        [TicketViews.Open.Name] = Count(counts.Open),
        [TicketViews.Waiting.Name] = Count(counts.Open),
        [TicketViews.Mine.Name] = Count(counts.Mine),
        [TicketViews.Unassigned.Name] = Count(counts.Unassigned),
    };

    static ListCount Count(int count) => new(count, count >= ListRunner.MostCounted);
}
