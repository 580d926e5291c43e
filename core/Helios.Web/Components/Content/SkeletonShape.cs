namespace Helios.Web.Components.Content;

/// <summary>What a skeleton keeps the place of.</summary>
public enum SkeletonShape
{
    /// <summary>The rows of a table.</summary>
    Rows,

    /// <summary>Lines of text.</summary>
    Text,

    /// <summary>People, each an avatar and a name.</summary>
    People,
}
