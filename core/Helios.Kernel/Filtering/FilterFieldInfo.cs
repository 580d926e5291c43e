namespace Helios.Kernel.Filtering;

/// <summary>A field of a list's filter as completion, API documentation and tests see it.</summary>
/// <param name="Name">What people write, in lower case.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Description">One sentence: what it means.</param>
public sealed record FilterFieldInfo(string Name, FilterFieldKind Kind, string Description)
{
    /// <summary>The operators it understands, such as <c>:</c> and <c>&lt;=</c>.</summary>
    public required IReadOnlyList<string> Operators { get; init; }

    /// <summary>The values worth offering: all of a closed list with its groups, examples of an open one.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>What the values mean that do not speak for themselves, such as a word for several states.</summary>
    public IReadOnlyDictionary<string, string> Meanings { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The name under which a feature contributes the values of an open list, such as <c>tags</c>; null where it has none.</summary>
    public string? Source { get; init; }

    /// <summary>The properties of the row that it reads; empty where a feature answers itself.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>The kind of entity that a reference names, or null.</summary>
    public string? ReferenceKind { get; init; }

    /// <summary>Whether the field exists for staff only.</summary>
    public bool StaffOnly { get; init; }
}
