using Helios.Kernel.Entities;

namespace Helios.Kernel.Effects;

/// <summary>An effect on the outside world that a command has committed to: the first phase. A job makes its calls.</summary>
public sealed class Operation : IOwned
{
    public Guid OrganizationId { get; set; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The declared name of the effect, such as <c>alerts.post</c>.</summary>
    public required string Name { get; init; }

    /// <summary>One of <see cref="OperationState"/>.</summary>
    public string State { get; init; } = OperationState.Waiting;

    /// <summary>Who asked for it.</summary>
    public Guid? AccountId { get; init; }

    /// <summary>The entity that it is about.</summary>
    public Guid? SubjectId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }
}
