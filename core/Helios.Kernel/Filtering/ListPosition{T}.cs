using System.Linq.Expressions;

namespace Helios.Kernel.Filtering;

/// <summary>Where a page of a list begins, in one sort and one filter.</summary>
/// <typeparam name="T">The rows of the list.</typeparam>
public sealed class ListPosition<T>
    where T : class
{
    readonly FilterNode filter;

    internal ListPosition(Sort<T> sort, FilterNode filter, Expression<Func<T, bool>>? behind)
    {
        Sort = sort;
        this.filter = filter;
        Behind = behind;
    }

    public Sort<T> Sort { get; }

    /// <summary>The rows behind the cursor; null on the first page.</summary>
    public Expression<Func<T, bool>>? Behind { get; }

    /// <summary>Whether the page is read from its end, as the way back is: its rows come in the order turned round.</summary>
    public bool IsBackward { get; init; }

    /// <summary>The rows from here on, in order. Take one more than the page shows to know whether there are more.</summary>
    public IOrderedQueryable<T> Of(IQueryable<T> rows) => Order(Behind is null ? rows : rows.Where(Behind));

    /// <summary>The rows in the order in which the page is read.</summary>
    public IOrderedQueryable<T> Order(IQueryable<T> rows) => Sort.Order(rows, IsBackward);

    /// <summary>A view with the place of its row, for lists that do not load whole rows.</summary>
    public Expression<Func<T, Placed<TView>>> Place<TView>(Expression<Func<T, TView>> view) => Sort.Place(view);

    /// <summary>The cursor of the page behind this row.</summary>
    public string CursorAfter(T last)
    {
        var (value, id) = Sort.PlaceOf(last);
        return Sort.Cursor(filter, value, id);
    }

    /// <summary>The cursor of the place of this view: <c>after</c> for the page behind it, <c>before</c> for the one in front of it.</summary>
    public string CursorAfter<TView>(Placed<TView> row) => Sort.Cursor(filter, row.SortValue, row.Id);
}
