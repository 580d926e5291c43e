using Helios.Core.Bulk;
using Helios.Core.CustomFields.Shown;
using Helios.Core.Directory.People.Queries;
using Helios.Kernel.Queries;
using Helios.Web.Pages;

namespace Helios.Core.Directory.People.Pages;

/// <summary>The list of people.</summary>
/// <param name="List">Its address.</param>
/// <param name="Page">The rows.</param>
/// <param name="Error">What is wrong with filter, sort or cursor.</param>
/// <param name="CanWrite">Whether people can be added.</param>
/// <param name="CanImport">Whether a file can be imported.</param>
/// <param name="Fields">The custom fields that are columns.</param>
/// <param name="Now">The moment of the page, in UTC.</param>
public sealed record UserListView(ListAddress List, ListPage<UserRow> Page, string? Error, bool CanWrite, bool CanImport, CustomFieldColumns Fields, DateTimeOffset Now)
{
    /// <summary>What can be done to many at once.</summary>
    public IReadOnlyList<BulkAct> Acts { get; init; } = [];
}
