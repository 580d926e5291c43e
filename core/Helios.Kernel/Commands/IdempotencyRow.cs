using Helios.Kernel.Entities;

namespace Helios.Kernel.Commands;

/// <summary>The first row of a command's transaction: a key that was used keeps its answer, so nothing runs twice.</summary>
public sealed class IdempotencyRow : IOwned
{
    public Guid OrganizationId { get; set; }

    /// <summary>Whose key it is: keys of different actors never meet.</summary>
    public required string Actor { get; init; }

    public required string Key { get; init; }

    public required string Command { get; init; }

    /// <summary>SHA-256 of the input: the same key with another input is refused.</summary>
    public required byte[] RequestHash { get; init; }

    /// <summary>The result as JSON.</summary>
    public string? Answer { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }
}
