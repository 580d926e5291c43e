using Helios.Kernel.Input;
using Helios.Web.Lists;

namespace Helios.Core.Exporting;

/// <summary>The columns of a list's file, from the record of its rows and the columns of its page. No kind has a line of its own here.</summary>
public static class ExportColumns
{
    static readonly string[] Names = ["name", "title", "subject"];

    /// <summary>Every column that a reader may have, the key first.</summary>
    /// <param name="row">The record of the list's rows.</param>
    /// <param name="page">The columns of its page; null where the list has none.</param>
    /// <param name="isStaff">Whose words are read.</param>
    public static IReadOnlyList<ExportColumn> All(Type row, EntityList? page, bool isStaff)
    {
        List<ExportColumn> all = [];
        foreach (var field in RecordContract.Of(row).Fields.Where(field => field.Name is not "id" && field.Shape.Kind is not (ValueKind.Map or ValueKind.Any)).OrderBy(field => field.Name is not "key"))
        {
            var shown = (page?.Fields ?? []).Where(column => IsAbout(column, field.Name)).ToList();
            var mine = shown.Find(column => column.ForStaff is not { } forStaff || forStaff == isStaff);
            if (mine is null && shown.Count > 0)
                continue;
            all.AddRange(Of(field, mine?.Name ?? field.Name, mine is { Field: null } ? mine.Label : Words(field.Name)));
        }

        return all;
    }

    /// <summary>The chosen ones in their order, behind the key, by which the file can be imported again; all of them without a choice.</summary>
    public static IReadOnlyList<ExportColumn> Chosen(IReadOnlyList<ExportColumn> all, IReadOnlyList<string> names) => names.Count == 0
        ? all
        : [.. all.Where(column => column.Name is "key"), .. names.Where(name => name is not "key").SelectMany(name => all.Where(column => column.Name == name && !column.IsExtra))];

    /// <summary>Whether a column of a page shows this field of its rows.</summary>
    public static bool IsAbout(ListField column, string field) => column.Field is { } named
        ? named == field
        : field == column.Name || field == column.Name + "At" || field == "is" + char.ToUpperInvariant(column.Name[0]) + column.Name[1..];

    /// <summary>A field's name in words: isVip is Vip, updatedAt is Updated, employeeNumber is Employee number.</summary>
    public static string Words(string field)
    {
        var bare = field.StartsWith("is", StringComparison.Ordinal) && field.Length > 2 && char.IsUpper(field[2]) ? field[2..]
            : field.EndsWith("At", StringComparison.Ordinal) && field.Length > 2 ? field[..^2] : field;
        var words = string.Concat(bare.Select((letter, place) => char.IsUpper(letter) && place > 0 ? " " + char.ToLowerInvariant(letter) : letter.ToString()));
        return char.ToUpperInvariant(words[0]) + words[1..];
    }

    static IEnumerable<ExportColumn> Of(RecordField field, string name, string header)
    {
        var read = field.Read!;
        if (field.Shape.Kind != ValueKind.Record)
            return [new ExportColumn(name, header, read)];
        var inner = RecordContract.Of(field.Shape.Bare);
        if (inner.Field("key") is { } key && Names.Select(inner.Field).FirstOrDefault(known => known is not null) is { } called)
            return
            [
                new ExportColumn(name, header, row => read(row) is { } other ? called.Read!(other) : null),
                new ExportColumn(name, header + " key", row => read(row) is { } other ? key.Read!(other) : null) { IsExtra = true },
            ];
        return inner.Fields.Select(part => new ExportColumn(name, $"{header} {Words(part.Name).ToLowerInvariant()}", row => read(row) is { } other ? part.Read!(other) : null));
    }
}
