using System.Linq.Expressions;

namespace Helios.Kernel.Filtering;

/// <summary>The order that a list was asked for.</summary>
/// <typeparam name="T">The rows of the list.</typeparam>
public sealed class Sort<T>
    where T : class
{
    readonly SortKey<T> key;

    internal Sort(SortKey<T> key, bool descending)
    {
        this.key = key;
        Descending = descending;
    }

    /// <summary>The key's name.</summary>
    public string Name => key.Info.Name;

    /// <summary>Whether the largest comes first.</summary>
    public bool Descending { get; }

    /// <summary>As <c>?sort=</c> writes it: <c>-updated</c>.</summary>
    public string Text => Descending ? $"-{Name}" : Name;

    /// <summary>The rows in this order, those of equal value by id.</summary>
    public IOrderedQueryable<T> Order(IQueryable<T> rows) => key.Order(rows, Descending);

    /// <summary>Where a page begins: behind the cursor, or at the start when there is none. A cursor of another filter or sort, or a damaged one, is a problem of <c>after</c>.</summary>
    public FilterResult<ListPosition<T>> From(string? after, FilterNode filter) =>
        string.IsNullOrEmpty(after) ? new ListPosition<T>(this, filter, null) : At("after", after, filter, isBackward: false);

    /// <summary>The page that ends where the cursor stands.</summary>
    public FilterResult<ListPosition<T>> Until(string before, FilterNode filter) => At("before", before, filter, isBackward: true);

    internal IOrderedQueryable<T> Order(IQueryable<T> rows, bool isBackward) => key.Order(rows, Descending != isBackward);

    internal Expression<Func<T, Placed<TView>>> Place<TView>(Expression<Func<T, TView>> view) => key.Place(view);

    internal (object Value, Guid Id) PlaceOf(T row) => key.PlaceOf(row);

    internal string Cursor(FilterNode filter, object value, Guid id) => CursorText.Write(value, id, Bound(filter));

    FilterResult<ListPosition<T>> At(string field, string cursor, FilterNode filter, bool isBackward) =>
        CursorText.Read(cursor, Bound(filter)) is var (value, id) && key.Behind(value, id, Descending != isBackward) is { } behind
            ? new ListPosition<T>(this, filter, behind) { IsBackward = isBackward }
            : new FilterProblem(0, cursor.Length, field, FilterSentences.BadCursor);

    /// <summary>What a cursor is good for.</summary>
    string Bound(FilterNode filter) => $"{typeof(T).Name}\n{Text}\n{filter}";
}
