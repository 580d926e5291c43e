using System.Globalization;
using Helios.Core.Bulk;
using Helios.Core.CustomFields.Shown;
using Helios.Itsm.Tickets.Queries;
using Helios.Kernel.Problems;
using Helios.Kernel.Queries;
using Helios.Web.Components.Content;
using Helios.Web.Pages;
using Microsoft.AspNetCore.Http;

namespace Helios.Itsm.Tickets.Pages;

/// <summary>The list of tickets and its saved filters, each an address.</summary>
static class TicketLists
{
    /// <summary>The filter of what still needs somebody.</summary>
    public const string Open = "status:open";

    /// <summary>The filter of the actor's own work.</summary>
    public const string Mine = "status:open assignee:me";

    /// <summary>The filter of what nobody takes care of.</summary>
    public const string Unassigned = "status:open assignee:none";

    const string Resolved = "status:resolved,closed resolved<7d";

    /// <summary>The page of the list.</summary>
    public static async Task<IResult> Show(PageRequest request)
    {
        var at = ListAddress.Of(request, Open);
        var actor = request.Scope.Actor;
        var counts = await Counts(request);
        var known = Known(at.Filter, counts);
        var found = await request.Ask(new ListTickets { Q = at.Filter, Sort = at.Sort, After = at.After, Count = known is null });
        if (!found.Succeeded && at.After is not null)
            return request.SeeOther(at.First);
        var page = found.Value is { } rows ? Counted(rows, known) : new ListPage<TicketRow>([], null);
        return await request.Show<TicketListPage, TicketListView>(new TicketListView(at, Tabs(at, counts, actor.IsStaff), Text(counts.Open), page, actor.IsStaff, request.Now)
        {
            Acts = BulkActs.For(request, "ticket"),
            Fields = await CustomFieldColumns.Of<Ticket>(request, page.Items),
            FilterError = found.Problem?.Fields.FirstOrDefault(field => field.Field is "q")?.Text,
            Failure = found.Problem is { Fields: var fields } problem && !fields.Any(field => field.Field is "q") ? problem.Text : null,
            IsNobody = !actor.IsStaff && actor.UserId is null,
        });
    }

    /// <summary>How many open tickets there are for the actor; asked once a request, however many want to know.</summary>
    public static async Task<CountTickets.Result> Counts(PageRequest request)
    {
        if (request.Http.Items[typeof(CountTickets)] is not Task<Outcome<CountTickets.Result>> asked)
            request.Http.Items[typeof(CountTickets)] = asked = request.Ask(new CountTickets());
        return (await asked).Value ?? new CountTickets.Result(0, 0, 0);
    }

    /// <summary>The saved filters are counted anyway.</summary>
    static int? Known(string filter, CountTickets.Result counts) => filter switch
    {
        Open => counts.Open,
        Mine => counts.Mine,
        Unassigned => counts.Unassigned,
        _ => null,
    };

    static ListPage<TicketRow> Counted(ListPage<TicketRow> page, int? known) =>
        known is { } count ? page with { Total = count, TotalIsCapped = count >= ListRunner.MostCounted } : page;

    static IReadOnlyList<TabLink> Tabs(ListAddress at, CountTickets.Result counts, bool isStaff) => isStaff
        ?
        [
            Tab(at, "My queue", Mine, counts.Mine),
            Tab(at, "All open", Open, counts.Open),
            Tab(at, "Unassigned", Unassigned, counts.Unassigned),
            Tab(at, "Resolved recently", Resolved),
            Tab(at, "All", ""),
        ]
        : [Tab(at, "Open", Open, counts.Open), Tab(at, "All", "")];

    static TabLink Tab(ListAddress at, string label, string filter, int? count = null) =>
        new(label, at.With(filter), count is { } number ? Text(number) : null, string.Equals(at.Filter, filter, StringComparison.Ordinal));

    static string Text(int count) => string.Create(CultureInfo.CurrentCulture, $"{count:N0}{(count >= ListRunner.MostCounted ? "+" : "")}");
}
