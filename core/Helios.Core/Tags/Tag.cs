using Helios.Kernel.Entities;

namespace Helios.Core.Tags;

/// <summary>A word that an organization sorts its entities by.</summary>
public sealed class Tag : IOwned, ISetting
{
    /// <summary>The longest name.</summary>
    public const int Longest = 40;

    public Guid OrganizationId { get; set; }

    /// <summary>What entities hold: the first name as it is compared, without case, accents and double spaces. It never changes.</summary>
    public required string Key { get; init; }

    /// <summary>The name as people read it.</summary>
    public required string Name { get; set; }

    /// <summary>One of <see cref="TagColor"/>.</summary>
    public string Color { get; set; } = TagColor.Gray;

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Since when nothing new is tagged with it; what has it keeps it.</summary>
    public DateTimeOffset? ArchivedAt { get; set; }

    /// <summary>The key of the tag that it is being merged into; null as a rule.</summary>
    public string? MergingInto { get; set; }
}
