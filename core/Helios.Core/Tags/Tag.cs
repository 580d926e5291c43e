using Helios.Kernel.Entities;

namespace Helios.Core.Tags;

/// <summary>A word that an organization sorts its entities by.</summary>
public sealed class Tag : IOwned
{
    /// <summary>The longest name.</summary>
    public const int Longest = 40;

    public Guid OrganizationId { get; set; }

    /// <summary>The name as it is compared: without case, accents and double spaces.</summary>
    public required string Key { get; init; }

    /// <summary>The name as it was typed first.</summary>
    public required string Name { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }
}
