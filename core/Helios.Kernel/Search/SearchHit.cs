namespace Helios.Kernel.Search;

/// <summary>An entity that <see cref="Data.HeliosDb.Search"/> found.</summary>
public sealed class SearchHit
{
    public Guid Id { get; init; }

    public required string Kind { get; init; }

    public required string Key { get; init; }

    public required string Title { get; init; }

    public string? Subtitle { get; init; }

    public bool Archived { get; init; }

    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>1 by key, 2 by address, 3 by the beginning of an address, 4 by words.</summary>
    public int How { get; init; }
}
