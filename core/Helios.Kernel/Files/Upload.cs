using Helios.Kernel.Entities;
using Helios.Kernel.Scopes;

namespace Helios.Kernel.Files;

/// <summary>A file that came in whole and waits for the command that takes it. It belongs to the account that sent it.</summary>
public sealed class Upload : IOwned
{
    public Guid OrganizationId { get; set; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Who sent it; nobody else can name it.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>Its content in the <see cref="FileStore"/>.</summary>
    public required string ContentHash { get; init; }

    public required string Name { get; init; }

    /// <summary>Bytes.</summary>
    public required long Size { get; init; }

    /// <summary>What it is, by its content.</summary>
    public required string MediaType { get; init; }

    /// <summary>Pixels; null for what is no picture that can be shown.</summary>
    public int? Width { get; init; }

    public int? Height { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>One's own, and nobody else's.</summary>
    public static IQueryable<Upload> VisibleTo(IQueryable<Upload> uploads, Actor actor) =>
        actor.AccountId is { } account ? uploads.Where(upload => upload.AccountId == account) : uploads.Where(upload => false);
}
