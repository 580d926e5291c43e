using Helios.Kernel.Entities;
using Helios.Kernel.Undo;

namespace Helios.Kernel.Jobs;

/// <summary>When an organization has a declared job run by itself.</summary>
public sealed class Schedule : ISetting
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid OrganizationId { get; init; }

    /// <summary>The declared name of the job, such as <c>tickets.close_resolved</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What <see cref="DueTimes"/> reads; null where the declaration's times hold.</summary>
    public string? Times { get; set; }

    /// <summary>The IANA name of a time zone; null where the organization's holds.</summary>
    public string? Zone { get; set; }

    public bool IsOn { get; set; } = true;

    /// <summary>The next due time; null until the scheduler has looked, which it does within seconds.</summary>
    [NotPutBack]
    public DateTimeOffset? NextAt { get; set; }

    public DateTimeOffset CreatedAt { get; init; }
}
