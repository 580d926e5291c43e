using Helios.Core.Backups.Queries;
using Helios.Web.Components.Content;

namespace Helios.Core.Backups.Pages;

/// <summary>How the backups stand.</summary>
/// <param name="Tabs">The pages of the settings.</param>
/// <param name="Backups">What there is.</param>
/// <param name="IsSample">Whether this is the sample organization, which is not backed up by itself.</param>
/// <param name="Now">The moment of the page.</param>
public sealed record BackupsView(IReadOnlyList<TabLink> Tabs, GetBackups.Result Backups, bool IsSample, DateTimeOffset Now);
