using Helios.Core.Importing.Queries;

namespace Helios.Core.Importing.Pages;

/// <summary>The page of an import.</summary>
/// <param name="Import">The import.</param>
/// <param name="Rows">What became of its rows; empty before it starts.</param>
/// <param name="Outcome">Which rows are shown; null for all.</param>
/// <param name="Next">Where the next rows begin.</param>
/// <param name="CanWrite">Whether it can be started and stopped.</param>
/// <param name="Now">The moment of the page, in UTC.</param>
public sealed record ImportView(ImportDetails Import, IReadOnlyList<ImportRowView> Rows, string? Outcome, int? Next, bool CanWrite, DateTimeOffset Now)
{
    /// <summary>What rows would do; empty once it was started.</summary>
    public IReadOnlyList<PlannedRow> Planned { get; init; } = Import.Preview;

    /// <summary>Whether the reader may take it back as one.</summary>
    public bool CanUndo { get; init; }
}
