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

    /// <summary>Runs all of it and then rolls it back: nothing is changed, no number is used up, no job starts, no answer is kept for the idempotency key.</summary>
    /// <remarks>The result is that of a run that never was: a door shows the events instead, since a reveal must not answer what no audit trail holds.</remarks>
    public bool DryRun { get; init; }

    /// <summary>Is told what happened, when it has.</summary>
    public CommandReport? Report { get; init; }
}
