using System.Linq.Expressions;
using Helios.Kernel.CustomFields;
using Helios.Kernel.Data;
using Helios.Kernel.Entities;
using Helios.Kernel.Filtering;
using Helios.Kernel.Modules;
using Helios.Kernel.Problems;
using Microsoft.EntityFrameworkCore;

namespace Helios.Kernel.Queries;

/// <summary>
/// Answers the list of a kind: reads filter, sort and cursor, and asks for each right of the actor by itself, since an OR of
/// rights costs a thousand times as much as a union of their first rows. One statement; two with the count.
/// </summary>
public sealed class ListRunner(HeliosDb db, Registry registry)
{
    /// <summary>Counts end here; people read "1,000+".</summary>
    public const int MostCounted = 1000;

    /// <summary>One page of the rows that the actor may see.</summary>
    /// <param name="input">What was asked.</param>
    /// <param name="context">For whom.</param>
    /// <param name="row">What the list shows of a row. Look-ups of names are scalar subqueries, so that they run for the rows of the page only.</param>
    /// <param name="only">A condition besides the filter, such as the parent that the list belongs to.</param>
    public async Task<Outcome<ListPage<TRow>>> Run<T, TRow>(
        ListInput input, QueryContext context, Expression<Func<T, TRow>> row, Expression<Func<T, bool>>? only = null)
        where T : Entity
    {
        var declared = registry.Contributions<ListDeclaration<T>>()[0].Value;
        var filter = await declared.Filters.Read(input.Q, FilterContext.Of(context, db), new FilterReferences(db, registry, context.Scope.Actor), context.Stop);
        if (!filter.Succeeded)
            return filter.Refusal("q");
        var sort = declared.SortKeys.Read(input.Sort);
        if (!sort.Succeeded)
            return sort.Refusal("sort");
        if (!string.IsNullOrEmpty(input.After) && !string.IsNullOrEmpty(input.Before))
            return Problem.Invalid("before", "A page lies after a cursor or before one. Send one of both.");
        var isBackward = !string.IsNullOrEmpty(input.Before);
        var place = isBackward ? sort.Value.Until(input.Before!, filter.Value.Tree) : sort.Value.From(input.After, filter.Value.Tree);
        if (!place.Succeeded)
            return place.Refusal(isBackward ? "before" : "after");

        var rights = registry.Kind<T>().RightsOf(context.Scope.Actor);
        if (rights.Count == 0)
            return new ListPage<TRow>([], null) { Total = input.Count ? 0 : null };
        var rows = Rows(filter.Value, only);
        var found = await Top(rows, rights, place.Value, input.Limit + 1).Select(place.Value.Place(row)).TagWith(ScopeInterceptor.OnePlan).ToListAsync(context.Stop);
        foreach (var customized in found.Select(item => item.View).OfType<ICustomized>())
            customized.CustomFields.Open(context.Scope.CustomFields(typeof(T)), context.Scope.Actor);
        var page = PageOf(found, input.Limit, place.Value);
        if (!input.Count)
            return page;
        // A first page that is also the last counts itself.
        return page.Next is null && place.Value.Behind is null ? page with { Total = found.Count } : await Counted(page, rows, rights, context.Stop);
    }

    /// <summary>What names all rows that match, without what a list shows of them.</summary>
    internal async Task<Outcome<List<FoundRow>>> Everything<T>(string? filter, QueryContext context, int most)
        where T : Entity
    {
        var read = await registry.Contributions<ListDeclaration<T>>()[0].Value.Filters.Read(filter, FilterContext.Of(context, db), new FilterReferences(db, registry, context.Scope.Actor), context.Stop);
        if (!read.Succeeded)
            return read.Refusal("filter");
        var rights = registry.Kind<T>().RightsOf(context.Scope.Actor);
        List<FoundRow> found = [];
        foreach (var mine in Apart(Rows(read.Value, null), rights))
            found.AddRange(await mine.OrderBy(row => row.Id).Select(row => new FoundRow(row.Id, row.Key)).Take(most).ToListAsync(context.Stop));
        return found;
    }

    /// <summary>Whether an actor may keep a filter and an order of a list: what is wrong with them, or null.</summary>
    public Task<Problem?> Refuses(ListDeclaration list, string? filter, string? sort, FilterContext context, CancellationToken stop) =>
        list.Refuses(filter, sort, context, new FilterReferences(db, registry, context.Actor), stop);

    /// <summary>One row more was read than the page shows: it says whether there is another page that way. The other way lies where the cursor came from.</summary>
    static ListPage<TRow> PageOf<T, TRow>(List<Placed<TRow>> found, int limit, ListPosition<T> place)
        where T : Entity
    {
        var hasMore = found.Count > limit;
        var shown = found.Take(limit).ToList();
        if (place.IsBackward)
            shown.Reverse();
        var (first, last) = shown.Count == 0 ? (null, null) : (place.CursorAfter(shown[0]), place.CursorAfter(shown[^1]));
        var (isBehind, isBefore) = place.IsBackward ? (true, hasMore) : (hasMore, place.Behind is not null);
        var start = place.IsBackward && hasMore ? place.CursorAfter(found[limit]) : null;
        return new ListPage<TRow>([.. shown.Select(item => item.View)], isBehind ? last : null) { Previous = isBefore ? first : null, Start = start };
    }

    IQueryable<T> Rows<T>(ListFilter<T> filter, Expression<Func<T, bool>>? only)
        where T : Entity
    {
        var rows = db.Set<T>().AsQueryable();
        if (only is not null)
            rows = rows.Where(only);
        if (!EntityFields.AsksForArchived(filter.Tree))
            rows = rows.Where(row => row.ArchivedAt == null);
        return rows.Where(filter.Rows);
    }

    static IQueryable<T> Top<T>(IQueryable<T> rows, IReadOnlyList<Expression<Func<T, bool>>> rights, ListPosition<T> place, int most)
        where T : Entity
    {
        var tops = Apart(rows, rights).Select(mine => place.Of(mine).AtMost(most)).ToList();
        return tops.Count == 1 ? tops[0] : place.Order(tops.Aggregate(Queryable.Concat)).AtMost(most);
    }

    static async Task<ListPage<TRow>> Counted<T, TRow>(
        ListPage<TRow> page, IQueryable<T> rows, IReadOnlyList<Expression<Func<T, bool>>> rights, CancellationToken stop)
        where T : Entity
    {
        var counted = Apart(rows, rights).Select(mine => mine.Select(row => row.Id).AtMost(MostCounted + 1)).ToList();
        var count = await (counted.Count == 1 ? counted[0] : counted.Aggregate(Queryable.Concat).AtMost(MostCounted + 1)).CountAsync(stop);
        return page with { Total = Math.Min(count, MostCounted), TotalIsCapped = count > MostCounted };
    }

    /// <summary>
    /// The rows of each right without those that an earlier right has: none comes twice, so nothing has to be compared whole.
    /// What staff may not read is little, and the kind has an index for it.
    /// </summary>
    static IEnumerable<IQueryable<T>> Apart<T>(IQueryable<T> rows, IReadOnlyList<Expression<Func<T, bool>>> rights) =>
        rights.Select((right, i) => rights.Take(i).Aggregate(rows.Where(right), (mine, earlier) => mine.Where(Not(earlier))));

    static Expression<Func<T, bool>> Not<T>(Expression<Func<T, bool>> right) => Expression.Lambda<Func<T, bool>>(Expression.Not(right.Body), right.Parameters);
}
