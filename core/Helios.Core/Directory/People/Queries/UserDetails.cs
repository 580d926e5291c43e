using Helios.Core.Directory.Locations;
using Helios.Kernel.CustomFields;

namespace Helios.Core.Directory.People.Queries;

/// <summary>A person as his page and the API show him.</summary>
public sealed record UserDetails
{
    public required Guid Id { get; init; }

    public required string Key { get; init; }

    /// <summary>Send it back as If-Match when you change fields.</summary>
    public required long Version { get; init; }

    public required string Name { get; init; }

    public string? FirstName { get; init; }

    public string? LastName { get; init; }

    public string? Username { get; init; }

    public string? Mail { get; init; }

    public string? Phone { get; init; }

    /// <summary>The job title.</summary>
    public string? Title { get; init; }

    public string? EmployeeNumber { get; init; }

    public string? Company { get; init; }

    public string? Website { get; init; }

    /// <summary>What staff should know; null for everybody else.</summary>
    public string? Notes { get; init; }

    /// <summary>Whether the person works here now.</summary>
    public required bool IsActive { get; init; }

    /// <summary>Whether the person's requests come first.</summary>
    public required bool IsVip { get; init; }

    public required bool IsRemote { get; init; }

    /// <summary>Whether the person is of the IT staff.</summary>
    public required bool IsStaff { get; init; }

    public DateOnly? StartsOn { get; init; }

    public DateOnly? EndsOn { get; init; }

    public LocationMention? Location { get; init; }

    public UserMention? Manager { get; init; }

    /// <summary>Who reports to the person: the first 20 by name; staff only.</summary>
    public required IReadOnlyList<UserMention> Reports { get; init; }

    /// <summary>How many report to the person, up to 1,000; staff only.</summary>
    public required int ReportCount { get; init; }

    /// <summary>Where the entry came from: manual, import or setup.</summary>
    public required string Source { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>When the person was taken out of lists.</summary>
    public DateTimeOffset? ArchivedAt { get; init; }

    /// <summary>Fields of the organization's own by API name, as far as the caller reads them.</summary>
    public CustomFieldView CustomFields { get; init; } = CustomFieldView.Empty;
}
