using Helios.Kernel.Entities;

namespace Helios.Core.Tags;

/// <summary>A name by which a tag is known: its own, one that it had, or one of a tag that was merged into it. So filters and habits outlive a new name.</summary>
public sealed class TagName : IOwned, ISetting
{
    public Guid OrganizationId { get; set; }

    /// <summary>The name as it is compared.</summary>
    public required string Name { get; init; }

    /// <summary>The tag's key.</summary>
    public required string Tag { get; set; }
}
