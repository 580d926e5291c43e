namespace Helios.Web.Components.Shell;

/// <summary>The antiforgery token of a page and the hidden field that carries it.</summary>
/// <param name="Value">The token.</param>
/// <param name="Field">Name of the field.</param>
public sealed record FormToken(string Value, string Field = "__RequestVerificationToken");
