using Helios.Web.Rest.Reference;

namespace Helios.Core.ApiGuide.Pages;

/// <summary>Every operation, or those that hold some words.</summary>
/// <param name="Groups">By the feature that they belong to.</param>
/// <param name="Search">What was asked for; empty for everything.</param>
/// <param name="Shown">How many there are.</param>
/// <param name="All">How many there would be without the words.</param>
public sealed record ApiView(IReadOnlyList<IGrouping<string, ApiOperation>> Groups, string Search, int Shown, int All);
