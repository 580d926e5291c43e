namespace Helios.Core.Organizations.Pages;

/// <summary>The last step of set-up: the recovery copy of the root key.</summary>
/// <param name="Copy">The copy, once it was asked for.</param>
/// <param name="IsSaved">Whether it is said to be saved already.</param>
public sealed record RecoveryView(string? Copy, bool IsSaved);
