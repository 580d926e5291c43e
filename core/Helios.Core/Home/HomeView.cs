using Microsoft.AspNetCore.Components;

namespace Helios.Core.Home;

/// <summary>The first page of an organization.</summary>
/// <param name="Greeting">The title.</param>
/// <param name="Lede">One sentence on the situation.</param>
/// <param name="Steps">What to do first, with what is done; empty once all of it is.</param>
/// <param name="Wide">Cards with work.</param>
/// <param name="Narrow">Cards that need attention.</param>
public sealed record HomeView(
    string Greeting, string Lede, IReadOnlyList<(HomeStep Step, bool IsDone)> Steps, IReadOnlyList<RenderFragment> Wide, IReadOnlyList<RenderFragment> Narrow);
