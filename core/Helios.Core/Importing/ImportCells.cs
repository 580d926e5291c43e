using Helios.Core.Exporting;
using Helios.Kernel.CustomFields;

namespace Helios.Core.Importing;

/// <summary>A row of a file: its cells, and what stands in the fields that columns were given.</summary>
/// <param name="Number">As a spreadsheet counts: the header is row 1.</param>
/// <param name="Cells">The cells as they are.</param>
/// <param name="Values">The text of each field that is not empty, trimmed.</param>
public sealed record ImportCells(int Number, string[] Cells, IReadOnlyDictionary<string, string> Values)
{
    /// <summary>The text of a field, or null.</summary>
    public string? this[string field] => Values.GetValueOrDefault(field);

    /// <summary>The texts of custom fields by API name.</summary>
    public IReadOnlyDictionary<string, string> CustomFields { get; } = Values
        .Where(value => CustomFieldDefinition.NameIn(value.Key) is not null)
        .ToDictionary(value => CustomFieldDefinition.NameIn(value.Key)!, value => value.Value, StringComparer.Ordinal);

    /// <summary>Reads a row by the columns that were chosen.</summary>
    public static ImportCells Of(int number, string[] cells, IReadOnlyList<string> columns)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var index = 0; index < columns.Count && index < cells.Length; index++)
            if (columns[index].Length > 0 && !string.IsNullOrWhiteSpace(cells[index]))
                values.TryAdd(columns[index], CsvCell.Read(cells[index]).Trim());
        return new ImportCells(number, cells, values);
    }
}
