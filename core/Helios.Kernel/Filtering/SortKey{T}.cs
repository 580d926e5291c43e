using System.Linq.Expressions;

namespace Helios.Kernel.Filtering;

/// <summary>A declared sort key, whatever the type of its column.</summary>
abstract class SortKey<T>(SortKeyInfo info)
    where T : class
{
    public SortKeyInfo Info => info;

    public abstract IOrderedQueryable<T> Order(IQueryable<T> rows, bool descending);

    /// <summary>The rows behind a place, or null when the value cannot be read.</summary>
    public abstract Expression<Func<T, bool>>? Behind(string value, Guid id, bool descending);

    /// <summary>A row's view with the place that a cursor needs.</summary>
    public abstract Expression<Func<T, Placed<TView>>> Place<TView>(Expression<Func<T, TView>> view);

    /// <summary>A row's place.</summary>
    public abstract (object Value, Guid Id) PlaceOf(T row);
}
