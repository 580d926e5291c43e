using Helios.Core.Audit.Queries;
using Helios.Kernel.Queries;
using Helios.Web.Components.Content;
using Helios.Web.Lists;

namespace Helios.Core.Audit.Pages;

/// <summary>The audit trail of the organization.</summary>
/// <param name="Tabs">The pages of the settings.</param>
/// <param name="List">The list's address.</param>
/// <param name="Events">The events.</param>
/// <param name="Error">What is wrong with the filter.</param>
/// <param name="Audit">Checkpoint, key, verification, erasure.</param>
/// <param name="CanErase">Whether values can be erased.</param>
/// <param name="Now">The moment of the page, in UTC.</param>
public sealed record AuditView(
    IReadOnlyList<TabLink> Tabs, ListAddress List, ListPage<EventView> Events, string? Error, GetAudit.Result Audit, bool CanErase, DateTimeOffset Now);
