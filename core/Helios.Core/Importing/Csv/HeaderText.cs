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
        string[] found = [.. headers.Select(header => known.GetValueOrDefault(Fold(header), ""))];
        // Where a file names somebody twice, as exports do, the key is the surer of the two.
        return [.. found.Select((field, place) => field.Length > 0 && place == Best(headers, found, field) ? field : "")];
    }

    static int Best(IReadOnlyList<string> headers, string[] found, string field)
    {
        var places = Enumerable.Range(0, found.Length).Where(place => found[place] == field).ToList();
        return places.Find(place => Fold(headers[place]).EndsWith("key", StringComparison.Ordinal)) is > 0 and var sure ? sure : places[0];
    }

    /// <summary>Letters and digits only: "E-Mail" is "email".</summary>
    static string Fold(string header) => new([.. header.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);
}
