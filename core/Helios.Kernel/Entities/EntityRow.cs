namespace Helios.Kernel.Entities;

/// <summary>The projection of an entity: what search, links, tags, comments and timelines know of every kind at once.</summary>
public sealed class EntityRow : IOwned
{
    public Guid OrganizationId { get; set; }

    public Guid Id { get; init; }

    public required string Kind { get; init; }

    public required string Key { get; init; }

    public required string Title { get; set; }

    public string? Subtitle { get; set; }

    public bool StaffReadable { get; set; }

    public bool Archived { get; set; }

    public DateTimeOffset UpdatedAt { get; set; }

    public string[] Readers { get; set; } = [];

    public string[] Addresses { get; set; } = [];

    /// <summary>Text to index, given only when it changed: a trigger turns it into a vector and stores null.</summary>
    public string? StaffText { get; set; }

    /// <summary>As <see cref="StaffText"/>, for narrow readers.</summary>
    public string? PublicText { get; set; }
}
