using Helios.Core.Jobs.Queries;
using Helios.Web.Components.Content;

namespace Helios.Core.Jobs.Pages;

/// <summary>Jobs in one state.</summary>
/// <param name="Tabs">The pages of the settings.</param>
/// <param name="State">The state, or <see cref="All"/>.</param>
/// <param name="Name">Only jobs of this name; null for all.</param>
/// <param name="Jobs">The jobs of this page.</param>
/// <param name="Counts">How many there are in the states that move.</param>
/// <param name="Now">The moment of the page.</param>
public sealed record JobsView(IReadOnlyList<TabLink> Tabs, string State, string? Name, ListJobs.Result Jobs, CountJobs.Result Counts, DateTimeOffset Now)
{
    /// <summary>Jobs in every state.</summary>
    public const string All = "all";
}
