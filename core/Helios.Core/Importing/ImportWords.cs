namespace Helios.Core.Importing;

/// <summary>Sentences that imports of every kind share.</summary>
static class ImportWords
{
    /// <summary>The field that a clash over a row's result names.</summary>
    public const string RowField = "number";

    public const string RowIsDone = "This row is done already.";

    public static string Twice(int before) => $"Row {before} of this file is about the same one. Keep one of the two rows.";

    /// <summary>What a row calls itself; its number where it has no name.</summary>
    public static string TitleOf(ImportTarget target, ImportCells row) =>
        target.TitleOf(row) is { Length: > 0 } title ? title : $"Row {row.Number}";
}
