namespace Helios.Core.Importing.Queries;

/// <summary>An import as its page and the API show it.</summary>
public sealed record ImportDetails
{
    public required Guid Id { get; init; }

    public required string Key { get; init; }

    public required long Version { get; init; }

    /// <summary>The kind that the rows become, such as ticket.</summary>
    public required string Target { get; init; }

    /// <summary>What the rows are, for people.</summary>
    public required string TargetLabel { get; init; }

    /// <summary>The page of their list, below the organization.</summary>
    public required string ListPage { get; init; }

    /// <summary>The page where another file is chosen, below the organization.</summary>
    public required string UploadPage { get; init; }

    /// <summary>The act by which the whole import is undone; null before it starts.</summary>
    public Guid? Run { get; init; }

    /// <summary>The bulk change that took the import back.</summary>
    public string? UndoneBy { get; init; }

    /// <summary>How rows are matched and what is left out.</summary>
    public required string Rules { get; init; }

    public required string FileName { get; init; }

    /// <summary>Encoding and delimiter, in words.</summary>
    public required string Format { get; init; }

    /// <summary>draft, running, canceling, canceled or done.</summary>
    public required string State { get; init; }

    /// <summary>Whether it should be at work and no job has it in hand: something went wrong, and it can be started again.</summary>
    public required bool IsStuck { get; init; }

    /// <summary>What the job said last.</summary>
    public string? Message { get; init; }

    /// <summary>The columns of the file.</summary>
    public required IReadOnlyList<ColumnChoice> Columns { get; init; }

    /// <summary>The fields that a column can fill.</summary>
    public required IReadOnlyList<ImportField> Fields { get; init; }

    /// <summary>Why the columns are not enough; null when the import can start.</summary>
    public string? Missing { get; init; }

    /// <summary>What the first rows would do; empty once it was started.</summary>
    public required IReadOnlyList<PlannedRow> Preview { get; init; }

    /// <summary>Rows below the header.</summary>
    public required int Rows { get; init; }

    /// <summary>How many came out how, up to now.</summary>
    public required ImportCounts Counts { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }
}
