namespace Helios.Benchmarks.Filling;

/// <summary>The row in <c>entity</c> of something filled in, and the text that search knows it by: put together as the kernel does it.</summary>
sealed record ProjectionRow(Guid Organization, Guid Id, string Kind, string Key, string Title, string Subtitle, DateTime UpdatedAt, string Reader)
{
    public string[] Addresses { get; init; } = [];

    public required string StaffText { get; init; }

    public required string PublicText { get; init; }

    /// <summary>The words of its comments; null when it has none.</summary>
    public string? MoreStaffText { get; init; }

    /// <summary>Those of them that its requester reads.</summary>
    public string? MorePublicText { get; init; }
}
