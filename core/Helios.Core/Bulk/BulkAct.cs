namespace Helios.Core.Bulk;

/// <summary>Something that a list offers to do to the rows that are chosen. Any command can be done in bulk by the API; this puts one into the bar of a list.</summary>
/// <param name="Kind">The kind whose list it stands on; null for every kind.</param>
/// <param name="Command">The command's immutable name.</param>
/// <param name="Label">What it does, verb first: Assign.</param>
/// <param name="Icon">Its icon in the sprite.</param>
public sealed record BulkAct(string? Kind, string Command, string Label, string Icon)
{
    /// <summary>What it asks for before it begins.</summary>
    public IReadOnlyList<BulkField> Fields { get; init; } = [];

    /// <summary>Smaller stands first.</summary>
    public int Order { get; init; }

    /// <summary>Whether the list of this kind offers it.</summary>
    public bool IsFor(string kind) => Kind is null || string.Equals(Kind, kind, StringComparison.Ordinal);
}
