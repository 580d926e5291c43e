namespace Helios.Core.Tags;

/// <summary>The colors of tags: names of tints that read well in light and dark, never a meaning by themselves.</summary>
public static class TagColor
{
    public const string Gray = "gray";

    /// <summary>Every color, in the order of the choice.</summary>
    public static IReadOnlyList<string> All { get; } = [Gray, "red", "amber", "green", "teal", "blue", "violet", "pink"];
}
