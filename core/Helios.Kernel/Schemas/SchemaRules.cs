using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Helios.Kernel.Input;

namespace Helios.Kernel.Schemas;

/// <summary>Says the rules of a field in the words of JSON Schema.</summary>
static class SchemaRules
{
    public static void Apply(ValidationAttribute rule, ValueShape shape, JsonObject schema)
    {
        switch (rule)
        {
            case StringLengthAttribute length:
                Between(schema, shape, length.MinimumLength, length.MaximumLength);
                break;
            case LengthAttribute length:
                Between(schema, shape, length.MinimumLength, length.MaximumLength);
                break;
            case MaxLengthAttribute { Length: > 0 } length:
                Between(schema, shape, 0, length.Length);
                break;
            case MinLengthAttribute length:
                Between(schema, shape, length.Length, null);
                break;
            case RequiredAttribute { AllowEmptyStrings: false } when shape.Kind == ValueKind.Text:
                schema["minLength"] ??= 1;
                break;
            case RangeAttribute range when shape.Kind is ValueKind.WholeNumber or ValueKind.Number:
                schema["minimum"] = Number(range.Minimum);
                schema["maximum"] = Number(range.Maximum);
                break;
            case RegularExpressionAttribute pattern:
                schema["pattern"] = $"^(?:{pattern.Pattern})$";
                break;
            case EmailAddressAttribute:
                schema["format"] = "email";
                break;
            case UrlAttribute:
                schema["format"] = "uri";
                break;
        }
    }

    static void Between(JsonObject schema, ValueShape shape, int least, int? most)
    {
        var unit = shape.Kind == ValueKind.List ? "Items" : "Length";
        if (least > 0)
            schema["min" + unit] = least;
        if (most is { } limit)
            schema["max" + unit] = limit;
    }

    static JsonNode? Number(object limit) => limit is string text
        ? JsonValue.Create(decimal.Parse(text, CultureInfo.InvariantCulture))
        : JsonSerializer.SerializeToNode(limit);
}
