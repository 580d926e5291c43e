using Helios.Kernel.Entities;

namespace Helios.Core.Bulk;

/// <summary>One record of a bulk change, and what became of it.</summary>
public sealed class BulkRow : IOwned
{
    public Guid OrganizationId { get; set; }

    public required Guid BulkId { get; init; }

    /// <summary>Its place in the order of work, from 1.</summary>
    public required int Number { get; init; }

    public required Guid EntityId { get; init; }

    /// <summary>What people call the record, also when it is gone.</summary>
    public required string EntityKey { get; init; }

    /// <summary>One of <see cref="BulkOutcome"/>; null while it waits.</summary>
    public string? Outcome { get; set; }

    /// <summary>Why it was refused, for people.</summary>
    public string? Reason { get; set; }

    /// <summary>The run of the command, by which this one record is undone.</summary>
    public Guid? RunId { get; set; }

    /// <summary>The run that is to be taken back here.</summary>
    public Guid? UndoesRun { get; init; }
}
