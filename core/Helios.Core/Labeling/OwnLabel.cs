using Helios.Kernel.Entities;

namespace Helios.Core.Labeling;

/// <summary>What the organization calls a kind or a place, instead of the stock words.</summary>
public sealed class OwnLabel : IOwned, ISetting
{
    public Guid OrganizationId { get; set; }

    /// <summary>The kind's immutable name, or <c>area.</c> and the place.</summary>
    public required string Name { get; init; }

    /// <summary>The singular.</summary>
    public required string One { get; set; }

    /// <summary>The plural; of a place the same.</summary>
    public required string Many { get; set; }
}
