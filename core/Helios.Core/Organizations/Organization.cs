using Helios.Kernel.Entities;
using Helios.Kernel.Undo;

namespace Helios.Core.Organizations;

/// <summary>A tenant: everything else belongs to one. It stands in schema platform, since its slug is read before anything else is known.</summary>
public sealed class Organization : ISetting
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Its name in addresses; it never changes, so links hold.</summary>
    public required string Slug { get; init; }

    public required string Name { get; set; }

    /// <summary>IANA name of the zone that days and relative dates mean.</summary>
    public string Zone { get; set; } = "UTC";

    /// <summary>Changes with each change of what the organization made its own: fields and labels. Null where there is none.</summary>
    [NotPutBack]
    public Guid? ProfileStamp { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }
}
