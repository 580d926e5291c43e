using System.Collections;

namespace Helios.Kernel.Queries;

/// <summary>What is known of a page of any list, whatever its rows are.</summary>
public interface IListPage
{
    /// <summary>How many rows there are in all, up to 1,000; null where nobody asked.</summary>
    int? Total { get; }

    /// <summary>Whether there are more than <see cref="Total"/>.</summary>
    bool TotalIsCapped { get; }

    /// <summary>The cursor of the next page; null on the last.</summary>
    string? Next { get; }

    /// <summary>The rows.</summary>
    IEnumerable Rows { get; }
}
