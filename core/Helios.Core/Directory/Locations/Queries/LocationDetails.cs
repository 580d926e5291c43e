using Helios.Core.Directory.People;
using Helios.Kernel.CustomFields;

namespace Helios.Core.Directory.Locations.Queries;

/// <summary>A location as its page and the API show it.</summary>
public sealed record LocationDetails
{
    public required Guid Id { get; init; }

    public required string Key { get; init; }

    /// <summary>Send it back as If-Match when you change fields.</summary>
    public required long Version { get; init; }

    public required string Name { get; init; }

    /// <summary>Street and number.</summary>
    public string? Address { get; init; }

    public string? Address2 { get; init; }

    public string? City { get; init; }

    /// <summary>State or province.</summary>
    public string? State { get; init; }

    public string? Country { get; init; }

    public string? PostalCode { get; init; }

    /// <summary>ISO 4217 code of the currency that is paid in there.</summary>
    public string? Currency { get; init; }

    public string? Notes { get; init; }

    /// <summary>The place that it is part of.</summary>
    public LocationMention? Parent { get; init; }

    /// <summary>Who looks after it.</summary>
    public UserMention? Manager { get; init; }

    /// <summary>Its parts: the first 100 by name.</summary>
    public required IReadOnlyList<LocationMention> Parts { get; init; }

    /// <summary>Who works there: the first 20 by name.</summary>
    public required IReadOnlyList<UserMention> People { get; init; }

    /// <summary>How many work there, up to 1,000.</summary>
    public required int PeopleCount { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>When it was taken out of lists.</summary>
    public DateTimeOffset? ArchivedAt { get; init; }

    /// <summary>Fields of the organization's own by API name, as far as the caller reads them.</summary>
    public CustomFieldView CustomFields { get; init; } = CustomFieldView.Empty;
}
