using System.Globalization;
using System.Text.Json.Nodes;

namespace Helios.Kernel.Input;

/// <summary>Turns texts from addresses and forms into JSON of the shape that a record wants; what does not fit stays text, so that the reader names it.</summary>
public static class TextValues
{
    /// <summary>The value of a field that was given these texts.</summary>
    /// <param name="shape">What the record wants.</param>
    /// <param name="texts">One text, or several for a list.</param>
    public static JsonNode? Node(ValueShape shape, IReadOnlyList<string?> texts)
    {
        if (shape.Kind == ValueKind.List)
            return new JsonArray([.. texts.Where(text => !string.IsNullOrEmpty(text)).Select(text => Node(shape.Element!, text!))]);
        return texts.Count == 1
            ? Node(shape, texts[0] ?? "")
            : new JsonArray([.. texts.Select(text => Node(shape, text ?? ""))]);
    }

    static JsonValue? Node(ValueShape shape, string text) => shape.Kind switch
    {
        ValueKind.Text => JsonValue.Create(text),
        _ when text.Length == 0 => null,
        ValueKind.WholeNumber or ValueKind.Number => Number(text),
        ValueKind.Boolean when text is "true" => JsonValue.Create(true),
        ValueKind.Boolean when text is "false" => JsonValue.Create(false),
        _ => JsonValue.Create(text),
    };

    static JsonValue Number(string text)
    {
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole))
            return JsonValue.Create(whole);
        return decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? JsonValue.Create(number)
            : JsonValue.Create(text);
    }
}
