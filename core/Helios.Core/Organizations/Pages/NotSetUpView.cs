namespace Helios.Core.Organizations.Pages;

/// <summary>The page at / of an installation that has no organization. It has nothing to show but words.</summary>
public sealed record NotSetUpView;
