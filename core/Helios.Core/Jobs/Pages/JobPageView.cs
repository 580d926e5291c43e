using Helios.Core.Jobs.Queries;
using Helios.Web.Components.Content;

namespace Helios.Core.Jobs.Pages;

/// <summary>One job.</summary>
/// <param name="Tabs">The pages of the settings.</param>
/// <param name="Found">The job with its payload.</param>
/// <param name="CanWrite">Whether the viewer may retry, cancel and drop it.</param>
/// <param name="Now">The moment of the page.</param>
public sealed record JobPageView(IReadOnlyList<TabLink> Tabs, GetJob.Result Found, bool CanWrite, DateTimeOffset Now);
