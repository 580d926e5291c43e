using Helios.Core.Directory.Locations.Queries;
using Helios.Web.Lists;

namespace Helios.Core.Directory.Locations.Pages;

/// <summary>The list of locations.</summary>
/// <param name="Screen">Views, filter and rows.</param>
/// <param name="CanWrite">Whether locations can be added.</param>
/// <param name="CanImport">Whether a file can be imported.</param>
public sealed record LocationListView(ListScreen<LocationRow> Screen, bool CanWrite, bool CanImport);
