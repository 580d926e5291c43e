using Helios.Kernel.Entities;

namespace Helios.Core.Tags;

/// <summary>A tag on an entity. Lists filter by <see cref="Tag"/>, which needs no look-up of the tag itself.</summary>
public sealed class EntityTag : IChildRow
{
    public Guid OrganizationId { get; set; }

    public required Guid EntityId { get; init; }

    /// <summary>The tag's key.</summary>
    public required string Tag { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}
