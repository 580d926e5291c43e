using Helios.Kernel.CustomFields;
using Helios.Kernel.Problems;
using Helios.Kernel.Queries;
using Helios.Web.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace Helios.Web.Lists;

/// <summary>Reads the address of a list's page, asks for its rows and hands over what the page shows.</summary>
public static class ListRequests
{
    /// <summary>What an open page asks for when more rows are to be put under its own.</summary>
    public const string StreamType = "text/vnd.turbo-stream.html";

    /// <summary>The page of a list. When its <see cref="ListScreen{TRow}.Answer"/> is set, that is the answer.</summary>
    /// <param name="request">The request.</param>
    /// <param name="list">The declared list.</param>
    /// <param name="ask">The list's query; filter, order, place and size are put in.</param>
    /// <param name="counts">Counts of views that are known anyway, so that the list need not count again.</param>
    public static async Task<ListScreen<TRow>> List<TQuery, TRow>(
        this PageRequest request, EntityList<TRow> list, TQuery ask, IReadOnlyDictionary<string, ListCount>? counts = null)
        where TQuery : ListInput, IQuery<ListPage<TRow>>
    {
        request.Http.Response.Headers.Append(HeaderNames.Vary, HeaderNames.Accept);
        var tools = await request.Http.RequestServices.GetRequiredService<IListTools>().For(request, list);
        list = list.As(request.Labels, tools.Fields);
        var at = ListAddress.Of(request, tools.Views);
        if (list.Lanes is null)
            at = at with { IsBoard = false };
        // A board asks for its lanes one by one; one row of all tells whether the filter can be read.
        if (at.IsBoard)
            at = at with { After = null, Before = null, Skipped = 0, Rows = 1 };
        var known = at.Current(tools.Views) is { } current && string.Equals(current.Filter, at.Filter, StringComparison.Ordinal) ? counts?.GetValueOrDefault(current.Name) : null;
        var isMore = !at.IsBoard && request.Query("then") is not null && request.Http.Request.Headers.Accept.ToString().Contains(StreamType, StringComparison.OrdinalIgnoreCase);
        var found = isMore ? await More<TQuery, TRow>(request, ask, at) : await Rows<TQuery, TRow>(request, ask, at, known is null && !at.IsBoard);
        if (tools.Prepare is { } prepare && found.Value is { } rows)
            await prepare(rows.Items.OfType<ICustomized>());
        var actor = request.Scope.Actor;
        var screen = new ListScreen<TRow>(list, at, tools, found.Value ?? new ListPage<TRow>([], null), new ListCell("/" + request.Slug, request.Now, actor.IsStaff))
        {
            Counts = counts ?? new Dictionary<string, ListCount>(StringComparer.Ordinal),
        };
        if (found.Problem is { } problem)
            return Refused(request, screen, problem);
        if (isMore)
            return screen with { Answer = Stream(screen) };
        var page = known is null ? screen.Page : screen.Page with { Total = known.Rows, TotalIsCapped = known.IsCapped };
        if (at.IsBoard)
            return await Lanes(request, ask, screen with { Page = page });
        // The way back may end before the first row: then it is the first page.
        if (page.Items.Count == 0 && at.IsInside)
            return screen with { Answer = request.SeeOther(at.First) };
        return screen with { Page = page, At = at.StartingAt(page) };
    }

    static ListScreen<TRow> Refused<TRow>(PageRequest request, ListScreen<TRow> screen, Problem problem)
    {
        if (problem.Fields.Count == 0)
            return screen with { Answer = request.Refuse(problem) };
        if (screen.At.IsInside && problem.Fields.Any(field => field.Field is "after" or "before"))
            return screen with { Answer = request.SeeOther(screen.At.First) };
        IReadOnlyList<FieldProblem> faults = [.. problem.Fields.Where(field => field.Field is "q")];
        return screen with { Faults = faults, Failure = faults.Count == 0 ? problem.Text : null };
    }

    static async Task<ListScreen<TRow>> Lanes<TQuery, TRow>(PageRequest request, TQuery ask, ListScreen<TRow> screen)
        where TQuery : ListInput, IQuery<ListPage<TRow>>
    {
        List<ListLane<TRow>> lanes = [];
        foreach (var lane in screen.List.Lanes!.Values)
        {
            var rows = screen.At.LaneRows.GetValueOrDefault(lane, LaneRows.Step);
            var found = await request.Ask((TQuery)((ListInput)ask with { Q = screen.FilterOf(lane), Sort = screen.At.Sort, Limit = rows, Count = true }));
            if (found.Problem is { } problem)
                return Refused(request, screen, problem);
            lanes.Add(new(lane, found.Value!, rows));
        }

        return screen with { Lanes = lanes };
    }

    /// <summary>As many rows as the page has loaded: the API gives 200 at a time.</summary>
    static async Task<Outcome<ListPage<TRow>>> Rows<TQuery, TRow>(PageRequest request, TQuery ask, ListAddress at, bool count)
        where TQuery : ListInput, IQuery<ListPage<TRow>>
    {
        var limit = at.Before is null ? Math.Min(at.Rows, ListInput.MostRows) : ListAddress.Step;
        var all = await request.Ask(Filled<TQuery, TRow>(ask, at, at.After, at.Before, limit, count));
        while (all.Value is { Next: { } next } page && page.Items.Count < at.Rows && at.Before is null)
        {
            var more = await request.Ask(Filled<TQuery, TRow>(ask, at, next, null, Math.Min(at.Rows - page.Items.Count, ListInput.MostRows), false));
            if (!more.Succeeded)
                return more;
            all = page with { Items = [.. page.Items, .. more.Value.Items], Next = more.Value.Next };
        }

        return all;
    }

    static Task<Outcome<ListPage<TRow>>> More<TQuery, TRow>(PageRequest request, TQuery ask, ListAddress at)
        where TQuery : ListInput, IQuery<ListPage<TRow>> =>
        request.Ask(Filled<TQuery, TRow>(ask, at, request.Query("then"), null, ListAddress.Step, false));

    static TQuery Filled<TQuery, TRow>(TQuery ask, ListAddress at, string? after, string? before, int limit, bool count)
        where TQuery : ListInput, IQuery<ListPage<TRow>> =>
        (TQuery)((ListInput)ask with { Q = at.Filter, Sort = at.Sort, After = after, Before = before, Limit = limit, Count = count });

    static RazorComponentResult<ListRowsStream<TRow>> Stream<TRow>(ListScreen<TRow> screen) =>
        new(new Dictionary<string, object?>(StringComparer.Ordinal) { [nameof(ListRowsStream<>.Screen)] = screen }) { ContentType = StreamType + "; charset=utf-8", PreventStreamingRendering = true };
}
