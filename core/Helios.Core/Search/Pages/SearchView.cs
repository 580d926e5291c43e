using Helios.Kernel.Entities;

namespace Helios.Core.Search.Pages;

/// <summary>The search page: the question and what was found.</summary>
/// <param name="Text">What was looked for; empty before anybody typed.</param>
/// <param name="Kinds">The kinds that were asked for, as the address names them; null for all.</param>
/// <param name="Known">The kinds that there are for this organization.</param>
/// <param name="Groups">The finds by kind, the kind of the best first.</param>
/// <param name="Most">At most so many finds are shown.</param>
public sealed record SearchView(
    string Text, string? Kinds, IReadOnlyList<KindDeclaration> Known, IReadOnlyList<(KindDeclaration Kind, IReadOnlyList<EntityView> Items)> Groups, int Most)
{
    /// <summary>How many were found.</summary>
    public int Count => Groups.Sum(group => group.Items.Count);

    /// <summary>Whether there may be more than are shown.</summary>
    public bool IsFull => Count >= Most;
}
