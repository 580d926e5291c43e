namespace Helios.Kernel.Input;

/// <summary>Text as people mean it: without space around it, and nothing where nothing stands.</summary>
public static class CleanText
{
    /// <summary>The trimmed text, or null when it is empty.</summary>
    public static string? Clean(this string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
