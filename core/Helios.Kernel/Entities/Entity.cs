using Helios.Kernel.CustomFields;

namespace Helios.Kernel.Entities;

/// <summary>
/// Anything with a page of its own. The kind's own table is complete; the row in <c>entity</c> beside it is a projection
/// that the command pipeline writes from <see cref="Card"/>.
/// </summary>
/// <remarks>Not mapped itself: each kind maps these columns into its own table, so lists never join.</remarks>
public abstract class Entity : IOwned
{
    public Guid OrganizationId { get; set; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>What people see and say, such as T-1042. Unique in the organization, never reused.</summary>
    public string Key { get; internal set; } = "";

    /// <summary>The number of the key, by which lists are sorted; the database reads it from the key, so it is known once the row is stored.</summary>
    public long Number { get; internal set; }

    /// <summary>Whether all staff of the organization may see it.</summary>
    public bool StaffReadable { get; protected set; } = true;

    /// <summary>Counts up with every change; the application's optimistic lock.</summary>
    public long Version { get; internal set; } = 1;

    public DateTimeOffset CreatedAt { get; internal set; }

    public DateTimeOffset UpdatedAt { get; internal set; }

    public DateTimeOffset? ArchivedAt { get; protected set; }

    /// <summary>The fields that the organization added to the kind; null where none has a value.</summary>
    public CustomFieldValues? CustomFields { get; internal set; }

    /// <summary>How the entity introduces itself to search, links, timeline and palette.</summary>
    public abstract EntityCard Card();
}
