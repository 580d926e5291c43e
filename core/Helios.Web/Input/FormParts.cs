using System.Globalization;
using System.Text.Json.Nodes;
using Helios.Kernel.Input;
using Microsoft.Extensions.Primitives;

namespace Helios.Web.Input;

/// <summary>
/// Fields of a form whose name has points lead into a field of the input: <c>customFields.site</c> into an object, <c>choices.0.label</c>
/// into a list of records. Rows of a list in which nothing was typed are left out.
/// </summary>
static class FormParts
{
    /// <summary>A form has no more rows.</summary>
    const int MostRows = 300;

    /// <summary>Adds one posted field.</summary>
    public static void Add(JsonObject sent, RecordContract contract, string name, StringValues texts, TimeZoneInfo zone)
    {
        if (name.Split('.', 2) is not [var first, var rest] || contract.Field(first) is not { } field)
            sent[name] = texts.ToString();
        else if (field.Shape.Kind == ValueKind.Map)
            Into(sent, first)[rest] = texts.Count == 1 ? JsonValue.Create(Clean(texts[0])) : new JsonArray([.. texts.Select(text => JsonValue.Create(Clean(text)))]);
        else if (!IsRow(sent, first, field, rest, texts, zone))
            sent[name] = texts.ToString();
    }

    /// <summary>Takes away the rows in which nothing was typed.</summary>
    public static void DropEmptyRows(JsonObject sent, RecordContract contract)
    {
        foreach (var field in contract.Fields.Where(field => field.Shape is { Kind: ValueKind.List, Element.Kind: ValueKind.Record }))
            if (sent[field.Name] is JsonArray rows)
                foreach (var empty in rows.Where(row => row is JsonObject cells && cells.All(cell => cell.Value is null || cell.Value.ToString() is "" or "false")).ToList())
                    rows.Remove(empty);
    }

    static bool IsRow(JsonObject sent, string first, RecordField field, string rest, StringValues texts, TimeZoneInfo zone)
    {
        if (field.Shape is not { Kind: ValueKind.List, Element: { Kind: ValueKind.Record } row } || rest.Split('.', 2) is not [var place, var cell]
            || !int.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out var index) || index >= MostRows
            || RecordContract.Of(row.Bare).Field(cell) is not { } column)
            return false;
        if (sent[first] is not JsonArray rows)
            sent[first] = rows = [];
        while (rows.Count <= index)
            rows.Add(new JsonObject());
        ((JsonObject)rows[index]!)[cell] = FormReader.Value(column, [.. texts.Select(text => FormReader.Clean(column, text ?? "", zone))]);
        return true;
    }

    static JsonObject Into(JsonObject sent, string name)
    {
        if (sent[name] is not JsonObject part)
            sent[name] = part = [];
        return part;
    }

    static string Clean(string? text)
    {
        var clean = (text ?? "").ReplaceLineEndings("\n");
        return clean.Contains('\n', StringComparison.Ordinal) ? clean : clean.Trim();
    }
}
