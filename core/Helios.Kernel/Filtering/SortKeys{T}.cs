using System.Linq.Expressions;

namespace Helios.Kernel.Filtering;

/// <summary>The closed list of columns that a list can be sorted by: <c>new SortKeys&lt;Ticket&gt;(ticket => ticket.Id).By("updated", ticket => ticket.UpdatedAt, descending: true)</c>.</summary>
/// <remarks>
/// Each is a column of the row's own table that is never null and has an index <c>(organization_id, column, id)</c>. The first declared is the list's own order.
/// Rows with equal values are ordered by id in the same direction, so a page never repeats or loses one.
/// </remarks>
/// <typeparam name="T">The rows of the list.</typeparam>
public sealed class SortKeys<T>(Expression<Func<T, Guid>> id)
    where T : class
{
    readonly List<SortKey<T>> keys = [];

    /// <summary>The keys in the order of declaration.</summary>
    public IReadOnlyList<SortKeyInfo> Infos => [.. keys.Select(key => key.Info)];

    /// <summary>A column of time, number, day or id.</summary>
    /// <param name="name">What <c>?sort=</c> calls it.</param>
    /// <param name="column">The column; never null.</param>
    /// <param name="descending">The direction that people expect first.</param>
    public SortKeys<T> By<TKey>(string name, Expression<Func<T, TKey>> column, bool descending = false)
        where TKey : struct, IComparable<TKey> =>
        Add(new SortKey<T, TKey>(name, column, id, descending));

    /// <summary>A text column; people see its collation's order.</summary>
    public SortKeys<T> By(string name, Expression<Func<T, string>> column, bool descending = false) =>
        Add(new SortKey<T, string>(name, column, id, descending));

    /// <summary>The sort that a list was asked for: <c>updated</c> ascending, <c>-updated</c> descending, nothing the list's own order.</summary>
    public FilterResult<Sort<T>> Read(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return new Sort<T>(keys[0], keys[0].Info.Descending);
        var isDescending = text[0] == '-';
        var name = isDescending ? text[1..] : text;
        if (keys.Find(key => string.Equals(key.Info.Name, name, StringComparison.Ordinal)) is { } found)
            return new Sort<T>(found, isDescending);
        var names = keys.ConvertAll(key => key.Info.Name);
        return new FilterProblem(0, text.Length, "sort", FilterSentences.UnknownSort(name, names));
    }

    SortKeys<T> Add(SortKey<T> key)
    {
        if (keys.Exists(other => string.Equals(other.Info.Name, key.Info.Name, StringComparison.Ordinal)))
            throw new InvalidOperationException($"The sort key “{key.Info.Name}” is declared twice.");
        keys.Add(key);
        return this;
    }
}
