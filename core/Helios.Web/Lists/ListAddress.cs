using System.Globalization;
using Helios.Kernel.Queries;
using Helios.Web.Components.Tables;
using Helios.Web.Pages;

namespace Helios.Web.Lists;

/// <summary>What the address of a list says: filter, sort, columns, view and place. It makes the addresses of the list's tabs, heads, chips and pages.</summary>
/// <param name="Path">The list without anything behind the question mark.</param>
/// <param name="Filter">The filter as typed; empty for all rows.</param>
/// <param name="Sort">The sort key, with <c>-</c> before it for greatest first; null for the list's own order.</param>
public sealed record ListAddress(string Path, string Filter, string? Sort = null)
{
    /// <summary>Rows that are loaded at a time.</summary>
    public const int Step = 50;

    /// <summary>Rows that one page holds at most; then the next page begins. A page of more is slow to keep fresh.</summary>
    public const int Most = 500;

    /// <summary>The columns that were chosen; empty for those that the list shows by itself.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>The view that the page began with; null for none.</summary>
    public string? View { get; init; }

    /// <summary>The cursor of the page before; null on the first.</summary>
    public string? After { get; init; }

    /// <summary>The cursor of the page behind: the way back.</summary>
    public string? Before { get; init; }

    /// <summary>How many rows stand before the first of the page.</summary>
    public int Skipped { get; init; }

    /// <summary>How many rows the page has loaded.</summary>
    public int Rows { get; init; } = Step;

    /// <summary>Whether the list stands as a board.</summary>
    public bool IsBoard { get; init; }

    /// <summary>How many rows the lanes show that were made longer.</summary>
    public IReadOnlyDictionary<string, int> LaneRows { get; init; } = new Dictionary<string, int>(StringComparer.Ordinal);

    /// <summary>Whether the page begins somewhere behind the first row.</summary>
    public bool IsInside => After is not null || Before is not null;

    /// <summary>Reads the address of a list that has no views.</summary>
    public static ListAddress Of(PageRequest request) => Of(request, []);

    /// <summary>The conditions of the filter in words, each with the address of the list without it.</summary>
    public IReadOnlyList<FilterChip> Chips() => FilterChips.Of(this);

    /// <summary>Reads the address of a request; one that names neither filter nor view opens the reader's default view.</summary>
    public static ListAddress Of(PageRequest request, IReadOnlyList<ListView> views)
    {
        var query = request.Http.Request.Query;
        var isOwn = query.ContainsKey("q");
        var named = request.Query("view");
        var view = views.FirstOrDefault(view => named is null ? !isOwn && view.IsDefault : view.Name == named);
        return new ListAddress(request.Http.Request.Path.Value!, isOwn ? request.Query("q") ?? "" : view?.Filter ?? "", request.Query("sort") ?? (isOwn ? null : view?.Sort))
        {
            Columns = query.TryGetValue("columns", out var columns) ? [.. columns.SelectMany(names => (names ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries))] : isOwn ? [] : view?.Columns ?? [],
            View = view?.Name,
            IsBoard = request.Query("layout") is { } layout ? layout == "board" : !isOwn && view is { IsBoard: true },
            LaneRows = Lists.LaneRows.Of(request.Query("lanes")),
            After = request.Query("after"),
            Before = request.Query("before"),
            Skipped = Number(request.Query("skipped")) ?? 0,
            Rows = Math.Clamp(Number(request.Query("rows")) ?? Step, Step, Most),
        };
    }

    /// <summary>The first page of the list with another filter, in the same order.</summary>
    public string With(string filter) => Address(filter, Sort, Columns, View);

    /// <summary>The first page of a view.</summary>
    public string Of(ListView view) => (this with { IsBoard = IsBoard || view.IsBoard }).Address(view.Filter, view.Sort, view.Columns, view.Name);

    /// <summary>The parameters that a new filter keeps.</summary>
    public IReadOnlyDictionary<string, string> Kept => Named(("sort", Sort), ("columns", Joined(Columns)), ("view", View), ("layout", Layout));

    /// <summary>The parameters that another choice of columns keeps.</summary>
    public IReadOnlyDictionary<string, string> KeptByColumns => Named(("q", Filter), ("sort", Sort), ("view", View), ("layout", Layout));

    /// <summary>The first page.</summary>
    public string First => With(Filter);

    /// <summary>The same rows as a board.</summary>
    public string Board => (this with { IsBoard = true }).First;

    /// <summary>The table of this filter, in the same order.</summary>
    public string Table(string filter) => (this with { IsBoard = false }).With(filter);

    /// <summary>The board with one lane longer; null when that shows as many rows as a lane may.</summary>
    public string? LongerLane(string lane) => Lists.LaneRows.Longer(LaneRows, lane) is { } longer ? $"{First}&lanes={longer}" : null;

    /// <summary>The page after this one.</summary>
    /// <param name="cursor">The page's <c>next</c>.</param>
    /// <param name="shown">How many rows this page has.</param>
    public string Next(string cursor, int shown) => string.Create(CultureInfo.InvariantCulture, $"{First}&after={Uri.EscapeDataString(cursor)}&skipped={Skipped + shown}");

    /// <summary>The page before this one.</summary>
    /// <param name="cursor">The page's <c>previous</c>.</param>
    public string Previous(string cursor) => string.Create(CultureInfo.InvariantCulture, $"{First}&before={Uri.EscapeDataString(cursor)}&skipped={Math.Max(0, Skipped - Step)}");

    /// <summary>This page with more rows; null when it holds as many as a page may.</summary>
    /// <param name="shown">How many rows it has now.</param>
    public string? Longer(int shown) => shown >= Most
        ? null
        : string.Create(CultureInfo.InvariantCulture, $"{First}{(After is null ? "" : $"&after={Uri.EscapeDataString(After)}&skipped={Skipped}")}&rows={Math.Min(shown + Step, Most)}");

    /// <summary>The address in words of its beginning: a page that was reached backwards begins behind a cursor like every other.</summary>
    public ListAddress StartingAt<TRow>(ListPage<TRow> page) => Before is null
        ? this
        : this with { After = page.Start, Before = null, Skipped = page.Start is null ? 0 : Skipped };

    /// <summary>A file of all rows of the list, filtered and sorted as the page is.</summary>
    /// <param name="file">Where the list's files are, with the format.</param>
    /// <param name="columns">The columns to write; empty for all.</param>
    public string File(string file, IReadOnlyList<string> columns) =>
        file + "?q=" + Uri.EscapeDataString(Filter) + string.Concat(Named(("sort", Sort), ("columns", Joined(columns))).Select(part => $"&{part.Key}={Uri.EscapeDataString(part.Value)}"));

    /// <summary>The heads of sortable columns.</summary>
    /// <param name="own">The list's own order, such as <c>-updated</c>.</param>
    public TableSort Heads(string own) => new(Address(Filter, null, Columns, View), Sort ?? own);

    /// <summary>The range of rows for people, such as "51–100".</summary>
    /// <param name="shown">How many rows this page has.</param>
    public string Range(int shown) => string.Create(CultureInfo.CurrentCulture, $"{Skipped + 1:N0}–{Skipped + shown:N0}");

    /// <summary>The range of rows among all, such as "51–100 of 312".</summary>
    /// <param name="shown">How many rows this page has.</param>
    /// <param name="total">How many there are, in words; null where nobody counted.</param>
    public string Range(int shown, string? total) => total is null ? Range(shown) : $"{Range(shown)} of {total}";

    /// <summary>Whether the page shows exactly this view.</summary>
    public bool Shows(ListView view) => Filter == view.Filter && Sort == view.Sort && Columns.SequenceEqual(view.Columns, StringComparer.Ordinal);

    /// <summary>The view that the page shows: the one that the address names, else the first with the same filter.</summary>
    public ListView? Current(IReadOnlyList<ListView> views) => View is { } name
        ? views.FirstOrDefault(view => view.Name == name)
        : views.FirstOrDefault(view => view.Filter == Filter);

    string Address(string filter, string? sort, IReadOnlyList<string> columns, string? view) =>
        Path + "?q=" + Uri.EscapeDataString(filter) + string.Concat(Named(("sort", sort), ("columns", Joined(columns)), ("view", view), ("layout", Layout)).Select(part => $"&{part.Key}={Uri.EscapeDataString(part.Value)}"));

    string? Layout => IsBoard ? "board" : null;

    static string? Joined(IReadOnlyList<string> columns) => columns.Count == 0 ? null : string.Join(',', columns);

    static Dictionary<string, string> Named(params ReadOnlySpan<(string Name, string? Value)> parts)
    {
        var named = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in parts)
            if (value is not null)
                named[name] = value;
        return named;
    }

    static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
