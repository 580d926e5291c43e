using Helios.Kernel.Entities;

namespace Helios.Core.Organizations;

/// <summary>Whether a module is on in an organization. No row means that it is.</summary>
public sealed class ModuleSwitch : IOwned, ISetting
{
    public Guid OrganizationId { get; set; }

    /// <summary>The module's id, such as <c>itsm</c>.</summary>
    public required string Module { get; init; }

    public bool IsOn { get; set; }

    public DateTimeOffset ChangedAt { get; set; }
}
