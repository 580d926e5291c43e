namespace Helios.Core.Organizations.Pages;

/// <summary>The last step of set-up, and of a rotation: the recovery copy of the root key.</summary>
/// <param name="Copy">The copy, once it was asked for.</param>
/// <param name="Asked">The words that prove it, by their place; null where the proof is not asked for yet.</param>
/// <param name="IsSaved">Whether it is proven already.</param>
public sealed record RecoveryView(string? Copy, IReadOnlyList<int>? Asked, bool IsSaved)
{
    /// <summary>“Words 3, 8 and 14”.</summary>
    public string Words => $"Words {Asked![0]}, {Asked[1]} and {Asked[2]}";
}
