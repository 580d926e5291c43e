using Helios.Core.Directory.People.Queries;
using Helios.Web.Lists;

namespace Helios.Core.Directory.People.Pages;

/// <summary>The list of people.</summary>
/// <param name="Screen">Views, filter and rows.</param>
/// <param name="CanWrite">Whether people can be added.</param>
/// <param name="CanImport">Whether a file can be imported.</param>
public sealed record UserListView(ListScreen<UserRow> Screen, bool CanWrite, bool CanImport);
