using Helios.Core.Directory.Locations;
using Helios.Kernel.CustomFields;

namespace Helios.Core.Directory.People.Queries;

/// <summary>A person as lists show him.</summary>
public sealed record UserRow : ICustomized
{
    public required Guid Id { get; init; }

    public required string Key { get; init; }

    public required string Name { get; init; }

    /// <summary>The job title.</summary>
    public string? Title { get; init; }

    public string? Username { get; init; }

    public string? Mail { get; init; }

    public string? Phone { get; init; }

    public string? Company { get; init; }

    /// <summary>Whether the person works here now.</summary>
    public required bool IsActive { get; init; }

    /// <summary>Whether the person's requests come first.</summary>
    public required bool IsVip { get; init; }

    public required bool IsRemote { get; init; }

    /// <summary>Whether the person is of the IT staff.</summary>
    public required bool IsStaff { get; init; }

    public required bool IsArchived { get; init; }

    public LocationMention? Location { get; init; }

    public UserMention? Manager { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Fields of the organization's own by API name, as far as the caller reads them.</summary>
    public CustomFieldView CustomFields { get; init; } = CustomFieldView.Empty;
}
