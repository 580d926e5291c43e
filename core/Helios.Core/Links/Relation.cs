namespace Helios.Core.Links;

/// <summary>A way in which two entities belong together. Features contribute theirs.</summary>
/// <param name="Name">The immutable name, such as <c>related</c>.</param>
/// <param name="Forward">How the end that it was made on says it, such as “depends on”.</param>
/// <param name="Backward">How the other end says it, such as “is needed by”.</param>
public sealed record Relation(string Name, string Forward, string Backward)
{
    /// <summary>The relation that says no more than that two things belong together.</summary>
    public static Relation Related { get; } = new("related", "related to", "related to");
}
