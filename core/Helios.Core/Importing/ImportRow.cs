using Helios.Kernel.Entities;

namespace Helios.Core.Importing;

/// <summary>What became of a row. It is written in the transaction of the change itself, so a row is never done twice.</summary>
public sealed class ImportRow : IOwned
{
    public Guid OrganizationId { get; set; }

    public required Guid ImportId { get; init; }

    /// <summary>As a spreadsheet counts: the header is row 1.</summary>
    public required int Number { get; init; }

    /// <summary>One of <see cref="RowOutcome"/>.</summary>
    public required string Outcome { get; set; }

    /// <summary>What the row calls itself, such as the person's name.</summary>
    public required string Title { get; init; }

    /// <summary>What it became or changed.</summary>
    public Guid? EntityId { get; init; }

    public string? EntityKey { get; init; }

    /// <summary>The labels of the fields that changed.</summary>
    public string[] Changes { get; set; } = [];

    /// <summary>What was left out of the row, and why.</summary>
    public string[] Warnings { get; set; } = [];

    /// <summary>Why it was refused.</summary>
    public string? Reason { get; init; }

    /// <summary>A reference that may come later in the file, such as a manager; looked up again at the end.</summary>
    public string? Pending { get; set; }

    /// <summary>The runs that did it, by which it is undone.</summary>
    public Guid[] Runs { get; set; } = [];

    /// <summary>The cells as they were, of a refused row.</summary>
    public string[]? Cells { get; init; }
}
