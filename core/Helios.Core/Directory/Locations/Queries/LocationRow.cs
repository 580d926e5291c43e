using Helios.Core.Directory.People;
using Helios.Kernel.CustomFields;

namespace Helios.Core.Directory.Locations.Queries;

/// <summary>A location as lists show it.</summary>
public sealed record LocationRow : ICustomized
{
    public required Guid Id { get; init; }

    public required string Key { get; init; }

    public required string Name { get; init; }

    public string? Address { get; init; }

    public string? City { get; init; }

    /// <summary>State or province.</summary>
    public string? State { get; init; }

    public string? Country { get; init; }

    /// <summary>The place that it is part of.</summary>
    public LocationMention? Parent { get; init; }

    public UserMention? Manager { get; init; }

    /// <summary>How many people work there, up to 1,000.</summary>
    public required int People { get; init; }

    public required bool IsArchived { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Fields of the organization's own by API name, as far as the caller reads them.</summary>
    public CustomFieldView CustomFields { get; init; } = CustomFieldView.Empty;
}
