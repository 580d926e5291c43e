using Helios.Kernel.Entities;

namespace Helios.Core.Bulk;

/// <summary>One command done to many records, with a result for each and one undo for all.</summary>
public sealed class BulkChange : Entity
{
    /// <summary>What it does, for people: “Assign tickets”.</summary>
    public required string Name { get; init; }

    /// <summary>The command's immutable name.</summary>
    public required string Command { get; init; }

    /// <summary>The command's input without the record that it changes, as JSON.</summary>
    public required string Input { get; init; }

    /// <summary>The kind of its records.</summary>
    public required string Kind { get; init; }

    /// <summary>The filter that its records match; null where they were named one by one.</summary>
    public string? Filter { get; init; }

    /// <summary>The bulk change that this one takes back.</summary>
    public Guid? UndoesId { get; init; }

    /// <summary>The import that this one takes back.</summary>
    public Guid? UndoesImportId { get; init; }

    /// <summary>One of <see cref="BulkState"/>.</summary>
    public string State { get; private set; } = BulkState.Running;

    /// <summary>How many records there are; null until they are gathered.</summary>
    public int? Rows { get; private set; }

    public int Done { get; private set; }

    public int Unchanged { get; private set; }

    public int Refused { get; private set; }

    public DateTimeOffset? FinishedAt { get; private set; }

    /// <summary>Whether a job has it in hand.</summary>
    public bool IsAtWork => State is BulkState.Running or BulkState.Canceling;

    /// <summary>Knows its records from now on.</summary>
    public void Gathered(int rows) => Rows = rows;

    /// <summary>Says how far it is.</summary>
    public void Advance(BulkCounts counts) => (Done, Unchanged, Refused) = (counts.Done, counts.Unchanged, counts.Refused);

    /// <summary>Asks to stop at the next good place.</summary>
    public void AskToCancel() => State = BulkState.Canceling;

    /// <summary>Goes on with the records that wait.</summary>
    public void GoOn()
    {
        State = BulkState.Running;
        FinishedAt = null;
    }

    /// <summary>Ends the work.</summary>
    public void Finish(string state, DateTimeOffset now)
    {
        State = state;
        FinishedAt = now;
    }

    public override EntityCard Card() => new(Name, "Bulk change");
}
