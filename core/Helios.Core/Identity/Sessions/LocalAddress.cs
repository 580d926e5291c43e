namespace Helios.Core.Identity.Sessions;

/// <summary>Addresses that a sign-in may lead back to: those of this server.</summary>
static class LocalAddress
{
    /// <summary>The path, or null where it could lead elsewhere.</summary>
    public static string? Of(string? text) =>
        text is ['/', ..] && text is not ['/', '/' or '\\', ..] && !text.Contains('\\', StringComparison.Ordinal) && text.Length <= 2000 && !text.Any(char.IsControl)
            ? text
            : null;
}
