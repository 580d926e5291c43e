using Helios.Core.Importing.Csv;

namespace Helios.Core.Importing;

/// <summary>A file read by the columns that were chosen.</summary>
public sealed class ImportSheet
{
    readonly Dictionary<string, int> first = new(StringComparer.Ordinal);
    readonly HashSet<string> names = new(StringComparer.Ordinal);

    public ImportSheet(ImportTarget target, CsvSheet csv, IReadOnlyList<string> columns)
    {
        Rows = [.. csv.Rows.Select(row => ImportCells.Of(row.Number, row.Cells, columns))];
        foreach (var row in Rows)
        {
            foreach (var name in target.NamesOf(row))
                first.TryAdd(name, row.Number);
            names.UnionWith(target.CalledBy(row));
        }
    }

    /// <summary>The rows below the header.</summary>
    public IReadOnlyList<ImportCells> Rows { get; }

    /// <summary>Whether some row is called so.</summary>
    public bool Names(string name) => names.Contains(name);

    /// <summary>The row before this one that is about the same record, or null.</summary>
    public int? Before(ImportTarget target, ImportCells row)
    {
        foreach (var name in target.NamesOf(row))
            if (first.GetValueOrDefault(name, row.Number) is var other && other < row.Number)
                return other;
        return null;
    }
}
