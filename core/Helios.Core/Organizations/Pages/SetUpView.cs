namespace Helios.Core.Organizations.Pages;

/// <summary>The page behind the set-up link.</summary>
/// <param name="Address">Where the form posts: the link itself.</param>
public sealed record SetUpView(string Address);
