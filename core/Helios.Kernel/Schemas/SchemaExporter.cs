using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Helios.Kernel.Input;

namespace Helios.Kernel.Schemas;

/// <summary>Describes records as JSON Schema (draft 2020-12, the dialect of OpenAPI 3.1). Records inside records become named definitions.</summary>
/// <param name="docs">Where the descriptions come from.</param>
/// <param name="root">The address of the definitions, such as <c>#/components/schemas/</c>.</param>
/// <remarks>Made from <see cref="RecordContract"/>, the same that <see cref="InputReader"/> reads by.</remarks>
public sealed class SchemaExporter(XmlDocs docs, string root)
{
    /// <summary>A reference is an id or a key.</summary>
    const int LongestReference = 100;

    readonly Dictionary<Type, string> names = [];

    /// <summary>The definitions that were asked for so far, by name.</summary>
    public SortedDictionary<string, JsonObject> Definitions { get; } = new(StringComparer.Ordinal);

    /// <summary>Refers to a record's definition, which is made when it is the first time.</summary>
    public JsonObject Reference(Type record)
    {
        if (!names.TryGetValue(record, out var name))
        {
            name = Unused(NameOf(record));
            names[record] = name;
            Definitions[name] = [];
            Definitions[name] = Record(record);
        }

        return new JsonObject { ["$ref"] = root + name };
    }

    /// <summary>Describes a record, without the fields that stand elsewhere.</summary>
    public JsonObject Record(Type record, IReadOnlySet<string>? without = null)
    {
        var fields = RecordContract.Of(record).Fields.Where(field => without?.Contains(field.Name) != true).ToList();
        var schema = new JsonObject { ["type"] = "object" };
        if (docs.Of(record) is { } description)
            schema["description"] = description;
        schema["properties"] = new JsonObject(fields.Select(field => KeyValuePair.Create(field.Name, (JsonNode?)Field(field))));
        if (fields.Exists(field => field.IsRequired))
            schema["required"] = new JsonArray([.. fields.Where(field => field.IsRequired).Select(field => JsonValue.Create(field.Name))]);
        schema["additionalProperties"] = false;
        return schema;
    }

    /// <summary>Describes one field, with its rules and its meaning.</summary>
    public JsonObject Field(RecordField field)
    {
        var schema = Value(field.Shape);
        foreach (var rule in field.Attributes.OfType<ValidationAttribute>())
            SchemaRules.Apply(rule, field.Shape, schema);
        if (field.Default is { } standard)
            schema["default"] = JsonSerializer.SerializeToNode(standard, HeliosJson.Options);
        string?[] sentences =
        [
            docs.Of(field.Property),
            Referred(field.Shape.Element ?? field.Shape),
            field.IsOptional ? "Leave it out to leave it as it is." : null,
        ];
        if (string.Join(' ', sentences.OfType<string>()) is { Length: > 0 } description)
            schema["description"] = description;
        return schema;
    }

    static string? Referred(ValueShape shape) =>
        shape.Kind == ValueKind.Reference ? $"T{InputWords.Expected(shape)[1..]}." : null;

    JsonObject Value(ValueShape shape)
    {
        var schema = Bare(shape);
        if (!shape.AllowsNull || shape.Kind == ValueKind.Any)
            return schema;
        if (schema["type"] is not JsonValue type)
            return new JsonObject { ["anyOf"] = new JsonArray(schema, new JsonObject { ["type"] = "null" }) };
        schema["type"] = new JsonArray(type.GetValue<string>(), "null");
        (schema["enum"] as JsonArray)?.Add(null);
        return schema;
    }

    JsonObject Bare(ValueShape shape) => shape.Kind switch
    {
        ValueKind.Text => new JsonObject { ["type"] = "string" },
        ValueKind.Boolean => new JsonObject { ["type"] = "boolean" },
        ValueKind.WholeNumber => WholeNumber(shape.Bare),
        ValueKind.Number => new JsonObject { ["type"] = "number" },
        ValueKind.Day => Text("date"),
        ValueKind.TimeOfDay => Text("time"),
        ValueKind.Moment => Text("date-time"),
        ValueKind.Id => Text("uuid"),
        ValueKind.Choice => Choice(shape),
        ValueKind.Reference => new JsonObject { ["type"] = "string", ["minLength"] = 1, ["maxLength"] = LongestReference },
        ValueKind.Bytes => new JsonObject { ["type"] = "string", ["contentEncoding"] = "base64" },
        ValueKind.List => new JsonObject { ["type"] = "array", ["items"] = Value(shape.Element!) },
        ValueKind.Map => new JsonObject { ["type"] = "object", ["additionalProperties"] = Value(shape.Element!) },
        ValueKind.Record => Reference(shape.Bare),
        _ => [],
    };

    JsonObject Choice(ValueShape shape)
    {
        var words = shape.Choices;
        var meanings = Enum.GetNames(shape.Bare).Select(name => docs.OfWord(shape.Bare, name)).ToList();
        var schema = new JsonObject { ["type"] = "string", ["enum"] = new JsonArray([.. words.Select(word => JsonValue.Create(word))]) };
        var told = words.Zip(meanings).Where(word => word.Second is not null).Select(word => $"{word.First}: {word.Second}");
        if (string.Join(' ', told) is { Length: > 0 } description)
            schema["description"] = description;
        return schema;
    }

    static JsonObject WholeNumber(Type type)
    {
        var schema = new JsonObject { ["type"] = "integer" };
        if (type == typeof(int) || type == typeof(long))
            schema["format"] = type == typeof(int) ? "int32" : "int64";
        return schema;
    }

    static JsonObject Text(string format) => new() { ["type"] = "string", ["format"] = format };

    string Unused(string name)
    {
        var free = name;
        for (var number = 2; Definitions.ContainsKey(free); number++)
            free = string.Create(CultureInfo.InvariantCulture, $"{name}{number}");
        return free;
    }

    // AssignTicket.Result is AssignTicketResult, Page<TicketRow> is PageOfTicketRow.
    static string NameOf(Type type)
    {
        var name = type.Name.Split('`')[0];
        var owner = type.DeclaringType is { IsGenericType: false } outer ? NameOf(outer) : "";
        return type.IsGenericType ? $"{owner}{name}Of{string.Join("And", type.GetGenericArguments().Select(NameOf))}" : owner + name;
    }
}
