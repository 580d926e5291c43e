using System.Globalization;
using System.Text;
using System.Text.Json;
using Helios.Core.Audit.Queries;
using Helios.Kernel.Events;

namespace Helios.Core.Audit.Pages;

/// <summary>Events as a table for spreadsheets.</summary>
sealed class CsvEvents : IEventsFormat
{
    public string ContentType => "text/csv; charset=utf-8";

    public string Extension => "csv";

    // Spreadsheets take UTF-8 for an old encoding unless the file begins with a mark.
    public string Head => "\uFEFFTime,Who,Action,Kind,Key,Title,Changes,Why,Door,Request,Credential\r\n";

    public string Tail => "";

    public string Event(EventView told, bool isFirst) => string.Join(',', new[]
    {
        told.OccurredAt.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture), told.Actor, told.Action, told.Kind, told.Key, told.Title,
        string.Join("; ", told.Changes.Select(Words)), told.Why, told.Door, told.RequestId, told.CredentialId,
    }.Select(Cell)) + "\r\n";

    static string Words(FieldChange change) => change.IsErased ? $"{change.Field}: erased" : $"{change.Field}: {Value(change.Old)} → {Value(change.New)}";

    static string Value(JsonElement? value) => value is { ValueKind: not JsonValueKind.Null } known ? known.ToString() : "–";

    // A spreadsheet computes what begins like a formula; an apostrophe makes it text.
    static string Cell(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return "";
        var cell = new StringBuilder(text.Replace("\"", "\"\"", StringComparison.Ordinal));
        if (text[0] is '=' or '+' or '-' or '@' or '\t' or '\r')
            cell.Insert(0, '\'');
        return cell.Insert(0, '"').Append('"').ToString();
    }
}
