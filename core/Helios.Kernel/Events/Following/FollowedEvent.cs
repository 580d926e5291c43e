using System.Text.Json;
using Helios.Kernel.Input;

namespace Helios.Kernel.Events.Following;

/// <summary>A sealed event as followers read it.</summary>
public sealed class FollowedEvent
{
    /// <summary>Its place in the chain.</summary>
    public required long Seq { get; init; }

    public required Guid Id { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }

    public required string Action { get; init; }

    /// <summary>The immutable name of the command, of an undo that of what it took back; null in events older than undo.</summary>
    public string? Command { get; init; }

    public required string Kind { get; init; }

    public required Guid EntityId { get; init; }

    /// <summary>Who may read it besides staff.</summary>
    public required string Audience { get; init; }

    /// <summary>The person who did it, or null.</summary>
    public Guid? UserId { get; init; }

    /// <summary>Through which door it came, in lower case.</summary>
    public required string Door { get; init; }

    /// <summary>The detail as it is stored; null where it was erased.</summary>
    public string? Body { get; init; }

    /// <summary>What changed, field by field; nothing where the detail was erased.</summary>
    public IReadOnlyList<FieldChange> Changes() =>
        Body is { Length: > 0 } ? JsonSerializer.Deserialize<EventBody>(Body, HeliosJson.Options)!.Changes : [];
}
