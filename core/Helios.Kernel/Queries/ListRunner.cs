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
        var place = sort.Value.From(input.After, filter.Value.Tree);
        if (!place.Succeeded)
            return place.Refusal("after");

        var rights = ((KindDeclaration<T>)registry.Kind(typeof(T))).RightsOf(context.Scope.Actor);
        if (rights.Count == 0)
            return new ListPage<TRow>([], null) { Total = input.Count ? 0 : null };
        var rows = Rows(filter.Value, only);
        var found = await Top(rows, rights, place.Value, input.Limit + 1).Select(place.Value.Place(row)).ToListAsync(context.Stop);
        var next = found.Count > input.Limit ? place.Value.CursorAfter(found[input.Limit - 1]) : null;
        foreach (var customized in found.Select(item => item.View).OfType<ICustomized>())
            customized.CustomFields.Open(context.Scope.CustomFields(typeof(T)), context.Scope.Actor);
        var page = new ListPage<TRow>([.. found.Take(input.Limit).Select(item => item.View)], next);
        if (!input.Count)
            return page;
        // A first page that is also the last counts itself.
        return input.After is null && next is null ? page with { Total = found.Count } : await Counted(page, rows, rights, context.Stop);
    }

    /// <summary>What names all rows that match, without what a list shows of them.</summary>
    internal async Task<Outcome<List<FoundRow>>> Everything<T>(string? filter, QueryContext context, int most)
        where T : Entity
    {
        var read = await registry.Contributions<ListDeclaration<T>>()[0].Value.Filters.Read(filter, FilterContext.Of(context, db), new FilterReferences(db, registry, context.Scope.Actor), context.Stop);
        if (!read.Succeeded)
            return read.Refusal("filter");
        var rights = ((KindDeclaration<T>)registry.Kind(typeof(T))).RightsOf(context.Scope.Actor);
        List<FoundRow> found = [];
        foreach (var mine in Apart(Rows(read.Value, null), rights))
            found.AddRange(await mine.OrderBy(row => row.Id).Select(row => new FoundRow(row.Id, row.Key)).Take(most).ToListAsync(context.Stop));
        return found;
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
        return tops.Count == 1 ? tops[0] : place.Sort.Order(tops.Aggregate(Queryable.Concat)).AtMost(most);
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
