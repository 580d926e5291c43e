namespace Helios.Core.Links;

/// <summary>A way in which two entities belong together, with a name for each end. Features contribute theirs; organizations add their own.</summary>
/// <param name="Name">The immutable name, such as <c>depends_on</c>.</param>
/// <param name="Forward">How the end that it was made on says it, such as “depends on”.</param>
/// <param name="Backward">How the other end says it, such as “is needed by”.</param>
public sealed record Relation(string Name, string Forward, string Backward)
{
    /// <summary>The relation that says no more than that two things belong together.</summary>
    public static Relation Related { get; } = new("related", "related to", "related to");

    /// <summary>The relations that every installation has.</summary>
    public static IReadOnlyList<Relation> Stock { get; } =
    [
        Related,
        new("depends_on", "depends on", "is needed by"),
        new("uses", "uses", "is used by"),
        new("contains", "contains", "is part of"),
        new("documents", "documents", "is documented by"),
    ];

    /// <summary>The kinds that may say <see cref="Forward"/>; empty for all.</summary>
    public IReadOnlyList<string> FromKinds { get; init; } = [];

    /// <summary>The kinds that may say <see cref="Backward"/>; empty for all.</summary>
    public IReadOnlyList<string> ToKinds { get; init; } = [];

    /// <summary>Whether both ends say the same, so that there is no direction.</summary>
    public bool IsSymmetric => string.Equals(Forward, Backward, StringComparison.Ordinal);

    /// <summary>How one of its ends says it.</summary>
    /// <param name="isReverse">Whether that is the other end.</param>
    public string Wording(bool isReverse) => isReverse ? Backward : Forward;

    /// <summary>The kinds that an end of this kind may be linked to in this direction; empty for all, null where the kind cannot say it.</summary>
    public IReadOnlyList<string>? KindsFor(string kind, bool isReverse)
    {
        var (mine, others) = isReverse ? (ToKinds, FromKinds) : (FromKinds, ToKinds);
        return mine.Count == 0 || mine.Contains(kind, StringComparer.Ordinal) ? others : null;
    }

    /// <summary>Whether it can lead from one kind to the other.</summary>
    public bool Fits(string from, string to) => KindsFor(from, isReverse: false) is { } kinds && (kinds.Count == 0 || kinds.Contains(to, StringComparer.Ordinal));
}
