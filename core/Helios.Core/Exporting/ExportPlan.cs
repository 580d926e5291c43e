namespace Helios.Core.Exporting;

/// <summary>What a file holds of each row.</summary>
/// <param name="Columns">The columns of the row itself.</param>
/// <param name="More">The columns that it has besides: who knows the cells, their name, their header.</param>
sealed record ExportPlan(IReadOnlyList<ExportColumn> Columns, IReadOnlyList<(ExportCells Source, string Name, string Header)> More);
