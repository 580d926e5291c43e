namespace Helios.Kernel.Commands;

/// <summary>What a caller may say about the run of a command, besides its input.</summary>
public sealed record CommandOptions
{
    public static CommandOptions None { get; } = new();

    /// <summary>The caller's key: the same key runs once and answers the same.</summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>The version of the target that the caller saw; another one is refused as stale.</summary>
    public long? ExpectedVersion { get; init; }

    /// <summary>Why it is done, for the audit trail.</summary>
    public string? Why { get; init; }
}
