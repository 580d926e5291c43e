using Helios.Core.Bulk;
using Helios.Core.CustomFields.Shown;
using Helios.Core.Directory.Locations.Queries;
using Helios.Kernel.Queries;
using Helios.Web.Pages;

namespace Helios.Core.Directory.Locations.Pages;

/// <summary>The list of locations.</summary>
/// <param name="List">Its address.</param>
/// <param name="Page">The rows.</param>
/// <param name="Error">What is wrong with filter, sort or cursor.</param>
/// <param name="CanWrite">Whether locations can be added.</param>
/// <param name="CanImport">Whether a file can be imported.</param>
/// <param name="Fields">The custom fields that are columns.</param>
public sealed record LocationListView(ListAddress List, ListPage<LocationRow> Page, string? Error, bool CanWrite, bool CanImport, CustomFieldColumns Fields)
{
    /// <summary>What can be done to many at once.</summary>
    public IReadOnlyList<BulkAct> Acts { get; init; } = [];
}
