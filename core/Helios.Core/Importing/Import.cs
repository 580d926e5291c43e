using Helios.Kernel.Entities;

namespace Helios.Core.Importing;

/// <summary>A file of people, locations or what else a feature takes, and what became of its rows.</summary>
public sealed class Import : Entity
{
    /// <summary>The kind that the rows become, such as <c>user</c>.</summary>
    public required string Target { get; init; }

    public required string FileName { get; init; }

    /// <summary>One of <see cref="ImportState"/>.</summary>
    public string State { get; private set; } = ImportState.Draft;

    /// <summary>How the file is written, in words: encoding and delimiter.</summary>
    public required string Format { get; init; }

    /// <summary>The first row of the file.</summary>
    public required string[] Headers { get; init; }

    /// <summary>For each column of the file the field that it fills; empty where it is left out.</summary>
    public required string[] Columns { get; set; }

    /// <summary>Rows below the header.</summary>
    public required int Rows { get; init; }

    public int Created { get; private set; }

    public int Updated { get; private set; }

    public int Unchanged { get; private set; }

    public int Refused { get; private set; }

    /// <summary>Rows that were taken with a warning.</summary>
    public int Warned { get; private set; }

    public DateTimeOffset? StartedAt { get; private set; }

    public DateTimeOffset? FinishedAt { get; private set; }

    /// <summary>Whether a job has it in hand.</summary>
    public bool IsAtWork => State is ImportState.Running or ImportState.Canceling;

    /// <summary>The fields that columns fill.</summary>
    public IReadOnlySet<string> Fields => Columns.Where(name => name.Length > 0).ToHashSet(StringComparer.Ordinal);

    /// <summary>Begins to work, or goes on where it stopped.</summary>
    public void Start(DateTimeOffset now)
    {
        State = ImportState.Running;
        StartedAt ??= now;
        FinishedAt = null;
    }

    /// <summary>Asks to stop at the next row.</summary>
    public void AskToCancel() => State = ImportState.Canceling;

    /// <summary>Says how far it is.</summary>
    public void Advance(ImportCounts counts) =>
        (Created, Updated, Unchanged, Refused, Warned) = (counts.Created, counts.Updated, counts.Unchanged, counts.Refused, counts.Warned);

    /// <summary>Ends the work.</summary>
    public void Finish(string state, DateTimeOffset now)
    {
        State = state;
        FinishedAt = now;
    }

    public override EntityCard Card() => new(FileName, "Import");
}
