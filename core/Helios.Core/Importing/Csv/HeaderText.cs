namespace Helios.Core.Importing.Csv;

/// <summary>Recognizes the columns of a file by their headers.</summary>
static class HeaderText
{
    /// <summary>For each header the field that it names; empty where none does, and where an earlier column has the field already.</summary>
    public static string[] Recognize(IReadOnlyList<string> headers, IReadOnlyList<ImportColumn> columns)
    {
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var column in columns)
            foreach (var header in column.Headers.Prepend(column.Label).Prepend(column.Field))
                known.TryAdd(Fold(header), column.Field);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        return [.. headers.Select(header => known.TryGetValue(Fold(header), out var field) && taken.Add(field) ? field : "")];
    }

    /// <summary>Letters and digits only: "E-Mail" is "email".</summary>
    static string Fold(string header) => new([.. header.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);
}
