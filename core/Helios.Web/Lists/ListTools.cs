using Helios.Kernel.CustomFields;
using Helios.Web.Components.Forms;

namespace Helios.Web.Lists;

/// <summary>What one reader can do with a list: his views, acts on many rows, completion of the filter.</summary>
/// <param name="Views">The views in his order.</param>
public sealed record ListTools(IReadOnlyList<ListView> Views)
{
    /// <summary>Where views are kept: forms post below it; null where the reader keeps none.</summary>
    public string? Root { get; init; }

    /// <summary>Where the places of this list's views are kept.</summary>
    public string? Places { get; init; }

    /// <summary>With whom the reader may share a view; empty where he may not.</summary>
    public IReadOnlyList<SelectOption> Audiences { get; init; } = [];

    /// <summary>What can be done to many rows at once; empty where the reader may do nothing to them.</summary>
    public IReadOnlyList<ListAct> Acts { get; init; } = [];

    /// <summary>Where chosen rows are sent.</summary>
    public string? ActsAddress { get; init; }

    /// <summary>Columns of the organization's own fields.</summary>
    public IReadOnlyList<ListColumn<ICustomized>> Fields { get; init; } = [];

    /// <summary>Asks for what those columns need to know of the rows, once for all of them; null where they need nothing.</summary>
    public Func<IEnumerable<ICustomized>, Task>? Prepare { get; init; }

    /// <summary>Where the filter bar asks what could stand at the caret.</summary>
    public string? Completion { get; init; }

    /// <summary>Where the list's files are, without <c>.csv</c>; null where the reader takes none along.</summary>
    public string? Export { get; init; }

    /// <summary>Where a file is chosen whose rows become rows of the list; null where none can.</summary>
    public string? Import { get; init; }
}
