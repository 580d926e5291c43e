using System.Globalization;
using System.Text.Json.Nodes;
using Helios.Kernel.Commands;
using Helios.Kernel.Input;
using Helios.Kernel.Problems;
using Helios.Web.Files;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Helios.Web.Input;

/// <summary>
/// Reads a posted form into an input record: the fields become JSON by the record's own contract, and then it is the same
/// reader as for the API. Names that begin with an underscore belong to the door.
/// </summary>
/// <remarks>
/// A field that is not on the form is absent. One that is on it and empty is null where the record allows null, "" where it is
/// text, and for a list the empty list; so a check box and a multiple choice have a hidden companion of the same name before them
/// (<c>value="false"</c>, <c>value=""</c>). A name with points leads into a field: see <see cref="FormParts"/>.
/// </remarks>
public static class FormReader
{
    /// <summary>The version that the person saw.</summary>
    public const string Version = "_version";

    /// <summary>The key that makes a form that is sent twice run once.</summary>
    public const string Key = "_key";

    /// <summary>Where the person came from.</summary>
    public const string Return = "_return";

    const string LocalTime = "yyyy-MM-dd'T'HH:mm";
    const string LocalTimeWithSeconds = "yyyy-MM-dd'T'HH:mm:ss";

    /// <summary>Reads the input of a command; <paramref name="route"/> gives the fields that stand in the address.</summary>
    /// <param name="form">What was posted.</param>
    /// <param name="route">The parts of the address; those that are no fields of the input are ignored.</param>
    /// <param name="zone">The person's zone, which local times mean.</param>
    /// <param name="received">The uploads that the files of the form became.</param>
    public static Outcome<T> Read<T>(IFormCollection form, RouteValueDictionary route, TimeZoneInfo zone, IReadOnlyList<Guid>? received = null)
        where T : notnull => Read(typeof(T), form, route, zone, received).Map(input => (T)input);

    /// <summary>Reads an input whose type only the declaration knows.</summary>
    public static Outcome<object> Read(Type input, IFormCollection form, RouteValueDictionary route, TimeZoneInfo zone, IReadOnlyList<Guid>? received = null) =>
        InputReader.Read(input, ToJson(input, form, route, zone, received));

    /// <summary>The version and the key that the form carries for the command.</summary>
    public static CommandOptions OptionsOf(IFormCollection form) => new()
    {
        ExpectedVersion = long.TryParse(form[Version], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null,
        IdempotencyKey = form[Key] is [{ Length: > 0 and <= 200 } key] ? key : null,
    };

    /// <summary>The posted fields by the contract of the record.</summary>
    public static JsonObject ToJson(Type input, IFormCollection form, RouteValueDictionary route, TimeZoneInfo zone, IReadOnlyList<Guid>? received = null)
    {
        var contract = RecordContract.Of(input);
        var sent = new JsonObject();
        foreach (var (name, texts) in form.Where(field => !field.Key.StartsWith('_')))
        {
            if (name.Split('.', 2) is [var whole, var part] && contract.Field(whole)?.Shape.Kind is ValueKind.Any)
                AddPart(sent, whole, part, texts.ToString().Trim());
            else if (contract.Field(name) is not { } field)
                FormParts.Add(sent, contract, name, texts, zone);
            else if (Value(field, [.. texts.Select(text => Clean(field, text ?? "", zone))]) is var value && !IsLeftOut(field, value))
                sent[name] = value;
        }

        FormParts.DropEmptyRows(sent, contract);
        foreach (var file in form.Files)
            AddFile(sent, contract, file);
        FormFiles.Put(sent, contract, received ?? []);
        foreach (var (name, part) in route)
            if (part is string text && contract.Field(name) is { } field)
                sent[name] = TextValues.Node(field.Shape, [text]);
        return sent;
    }

    /// <summary>A field of an object that has no contract here, as in <c>input.assignee</c>: text, and null where it is empty.</summary>
    static void AddPart(JsonObject sent, string whole, string part, string text)
    {
        if (sent[whole] is not JsonObject parts)
            sent[whole] = parts = [];
        parts[part] = text.Length == 0 ? null : text;
    }

    /// <summary>A file is text in base64, and its name stands in <c>fileName</c> where the record asks for it.</summary>
    static void AddFile(JsonObject sent, RecordContract contract, IFormFile file)
    {
        if (contract.Field(file.Name)?.Shape.Kind is not (ValueKind.Text or ValueKind.Bytes))
            return;
        using var content = new MemoryStream((int)file.Length);
        file.CopyTo(content);
        sent[file.Name] = Convert.ToBase64String(content.GetBuffer(), 0, (int)content.Length);
        if (contract.Field("fileName") is not null)
            sent["fileName"] = file.FileName;
    }

    internal static JsonNode? Value(RecordField field, string[] texts) => field.Shape.Kind switch
    {
        ValueKind.Boolean => TextValues.Node(field.Shape, [Checked(texts)]),
        ValueKind.Text when texts is [""] && field.Shape.AllowsNull => null,
        _ => TextValues.Node(field.Shape, texts),
    };

    // The hidden companion comes first, so the last word counts; a check box without a value of its own says "on".
    static string Checked(string[] texts) => texts is [.., "on"] ? "true" : texts[^1];

    // An empty box for a number that has a default, or that is needed, is as good as none.
    static bool IsLeftOut(RecordField field, JsonNode? value) => value is null && !field.Shape.AllowsNull && !field.IsOptional;

    internal static string Clean(RecordField field, string text, TimeZoneInfo zone)
    {
        if (field.IsSecret)
            return text;
        text = text.ReplaceLineEndings("\n");
        if (!text.Contains('\n', StringComparison.Ordinal))
            text = text.Trim();
        return (field.Shape.Element ?? field.Shape).Kind == ValueKind.Moment ? Moment(text, zone) : text;
    }

    /// <summary>A local time as the browser sends it becomes UTC. One that daylight saving skips moves on by the hour; one that it repeats is the first.</summary>
    static string Moment(string text, TimeZoneInfo zone)
    {
        if (!DateTime.TryParseExact(text, [LocalTime, LocalTimeWithSeconds], CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
            return text;
        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max()
            : zone.IsInvalidTime(local) ? zone.GetUtcOffset(local.AddDays(-1))
            : zone.GetUtcOffset(local);
        var ticks = Math.Clamp(local.Ticks - offset.Ticks, DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks);
        return new DateTime(ticks, DateTimeKind.Utc).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
    }
}
