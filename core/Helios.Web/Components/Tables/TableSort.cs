namespace Helios.Web.Components.Tables;

/// <summary>Makes the heads of sortable columns: a second click on the sorted column turns it round.</summary>
/// <param name="Address">Address of the list with its filter, without the sort and without a cursor.</param>
/// <param name="Current">What it is sorted by now, as <c>updated</c> or <c>-updated</c> (greatest first).</param>
/// <param name="Parameter">Name of the parameter in the address.</param>
public sealed record TableSort(string Address, string Current, string Parameter = "sort")
{
    /// <summary>The head of a column that sorts by <paramref name="key"/>.</summary>
    /// <param name="label">Its name.</param>
    /// <param name="key">The sort key, without a sign.</param>
    /// <param name="descendingFirst">The first click sorts greatest first, as for times.</param>
    public TableColumn Column(string label, string key, bool descendingFirst = false)
    {
        var sorted = DirectionOf(key);
        var next = sorted switch
        {
            SortDirection.Ascending => "-" + key,
            SortDirection.Descending => key,
            _ => descendingFirst ? "-" + key : key,
        };
        var separator = Address.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        return new(label) { Sorted = sorted, SortHref = $"{Address}{separator}{Parameter}={Uri.EscapeDataString(next)}" };
    }

    SortDirection DirectionOf(string key)
    {
        if (string.Equals(Current, key, StringComparison.Ordinal))
            return SortDirection.Ascending;
        return string.Equals(Current, "-" + key, StringComparison.Ordinal) ? SortDirection.Descending : SortDirection.None;
    }
}
