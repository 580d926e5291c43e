using Helios.Core.Secrets.Queries;
using Helios.Kernel.Queries;
using Helios.Web.Components.Content;
using Helios.Web.Lists;

namespace Helios.Core.Secrets.Pages;

/// <summary>The organization's secrets and the key that seals them.</summary>
/// <param name="Tabs">The pages of the settings.</param>
/// <param name="List">The list's address.</param>
/// <param name="Page">The rows.</param>
/// <param name="Error">What is wrong with the filter.</param>
/// <param name="Keys">The keys and the last rotation.</param>
/// <param name="CanWrite">Whether secrets can be added and the key rotated.</param>
/// <param name="Now">The moment of the page, in UTC.</param>
public sealed record SecretListView(
    IReadOnlyList<TabLink> Tabs, ListAddress List, ListPage<SecretRow> Page, string? Error, ListSecretKeys.Result Keys, bool CanWrite, DateTimeOffset Now);
