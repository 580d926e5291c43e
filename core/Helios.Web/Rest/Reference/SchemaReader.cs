using System.Globalization;
using System.Text.Json.Nodes;
using Helios.Kernel.Input;

namespace Helios.Web.Rest.Reference;

/// <summary>Says in words what a schema says in JSON.</summary>
sealed class SchemaReader(JsonObject document)
{
    /// <summary>Records inside records are told this deep; deeper ones by their type alone.</summary>
    const int Deepest = 3;

    /// <summary>Follows a reference to what it names.</summary>
    public JsonObject Resolve(JsonNode node)
    {
        var schema = node.AsObject();
        while (schema["$ref"]?.GetValue<string>() is { } address)
            schema = address.Split('/').Skip(1).Aggregate((JsonNode)document, (found, part) => found[part]!).AsObject();
        return schema;
    }

    /// <summary>The fields of a record, those of records inside it with dots.</summary>
    public IReadOnlyList<ApiField> Fields(JsonObject schema) => [.. Fields(schema, "", 0, [])];

    /// <summary>One value in words.</summary>
    public ApiField Field(string name, JsonObject schema, bool isRequired) =>
        new(name, TypeOf(schema), isRequired, RulesOf(schema), schema["description"]?.GetValue<string>()) { Choices = ChoicesOf(schema) };

    IEnumerable<ApiField> Fields(JsonObject schema, string prefix, int depth, IReadOnlyList<JsonObject> seen)
    {
        var record = RecordIn(schema, out var brackets);
        if (record is null || depth == Deepest || seen.Contains(record))
            yield break;
        var required = record["required"]?.AsArray().Select(name => name!.GetValue<string>()).ToHashSet(StringComparer.Ordinal) ?? [];
        foreach (var (name, told) in record["properties"]!.AsObject())
        {
            var inner = told!.AsObject();
            var full = prefix + brackets + (prefix.Length + brackets.Length > 0 ? "." : "") + name;
            yield return Field(full, inner, required.Contains(name));
            foreach (var below in Fields(inner, full, depth + 1, [.. seen, record]))
                yield return below;
        }
    }

    /// <summary>The record that a schema is, or holds: itself, one of several, or what a list consists of.</summary>
    JsonObject? RecordIn(JsonObject schema, out string brackets)
    {
        brackets = "";
        var found = Resolve(schema);
        if (found["anyOf"] is JsonArray several)
            found = Resolve(several[0]!);
        if (found["items"] is JsonObject items)
        {
            brackets = "[]";
            found = Resolve(items);
        }

        return found["properties"] is JsonObject ? found : null;
    }

    string TypeOf(JsonObject schema)
    {
        if (schema["$ref"] is not null)
            return Resolve(schema)["properties"] is null ? TypeOf(Resolve(schema)) : "object";
        if (schema["anyOf"] is JsonArray several)
            return string.Join(" or ", several.Select(one => TypeOf(one!.AsObject())));
        return schema["type"] switch
        {
            JsonArray types => string.Join(" or ", types.Select(type => One(type!.GetValue<string>(), schema))),
            JsonValue type => One(type.GetValue<string>(), schema),
            _ => "any value",
        };
    }

    string One(string type, JsonObject schema) => type switch
    {
        "array" => schema["items"] is JsonObject items ? $"list of {TypeOf(items)}" : "list",
        "string" => schema["format"]?.GetValue<string>() switch
        {
            "uuid" => "id",
            "date" => "date",
            "time" => "time of day",
            "date-time" => "time",
            "email" => "mail address",
            "uri" => "address",
            _ => schema["contentEncoding"] is not null ? "base64" : schema["contentMediaType"] is not null ? "file" : "text",
        },
        "integer" => "whole number",
        "boolean" => "true or false",
        _ => type,
    };

    static IReadOnlyList<string> ChoicesOf(JsonObject schema) =>
        [.. (schema["enum"] as JsonArray ?? (schema["items"] as JsonObject)?["enum"] as JsonArray)?.Select(word => word?.GetValue<string>()).OfType<string>() ?? []];

    static string? RulesOf(JsonObject schema)
    {
        List<string> rules = [];
        if (ChoicesOf(schema) is { Count: > 0 } choices)
            rules.Add("one of " + string.Join(", ", choices));
        Span(rules, schema, "minLength", "maxLength", " characters");
        Span(rules, schema, "minItems", "maxItems", " entries");
        Span(rules, schema, "minimum", "maximum", "");
        if (schema["pattern"]?.GetValue<string>() is { } pattern)
            rules.Add("matches " + pattern);
        if (schema["default"] is { } standard)
            rules.Add($"{standard.ToJsonString(HeliosJson.Options)} when left out");
        return rules.Count == 0 ? null : string.Join("; ", rules);
    }

    static void Span(List<string> rules, JsonObject schema, string least, string most, string unit)
    {
        var (from, until) = (Number(schema[least]), Number(schema[most]));
        if (from is not null && until is not null)
            rules.Add($"{from} to {until}{unit}");
        else if (until is not null)
            rules.Add($"at most {until}{unit}");
        else if (from is not null)
            rules.Add($"at least {from}{unit}");
    }

    static string? Number(JsonNode? node) =>
        node is null ? null : decimal.TryParse(node.ToJsonString(), NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number.ToString("#,0.##", CultureInfo.InvariantCulture) : node.ToJsonString();
}
