namespace Helios.Web.Components.Tables;

/// <summary>How a column is sorted.</summary>
public enum SortDirection
{
    /// <summary>The list is not sorted by it.</summary>
    None,

    /// <summary>Smallest first.</summary>
    Ascending,

    /// <summary>Greatest first.</summary>
    Descending,
}
