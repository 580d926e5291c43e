namespace Helios.Core.Importing.Csv;

/// <summary>A row of a file.</summary>
/// <param name="Number">As a spreadsheet counts: the header is row 1.</param>
/// <param name="Cells">Its cells.</param>
public sealed record CsvRow(int Number, string[] Cells);
