namespace Helios.Core.Identity.Pages;

/// <summary>The sign-in page.</summary>
/// <param name="Return">Where it leads to; null for the first organization.</param>
public sealed record SignInView(string? Return);
