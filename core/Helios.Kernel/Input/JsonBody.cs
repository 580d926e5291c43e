using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Helios.Kernel.Problems;

namespace Helios.Kernel.Input;

/// <summary>Turns the bytes of a request into a JSON object, or into a problem that names the place. No bytes make it throw.</summary>
public static class JsonBody
{
    /// <summary>Bytes that a body may have: 1 MiB.</summary>
    public const int Largest = 1024 * 1024;

    /// <summary>Levels of nesting that a body may have.</summary>
    public const int Deepest = 32;

    static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Reads one object; nothing at all is an empty object.</summary>
    public static Outcome<JsonObject> Parse(ReadOnlySpan<byte> utf8)
    {
        if (utf8.StartsWith(ByteOrderMark))
            utf8 = utf8[ByteOrderMark.Length..];
        if (utf8.Length > Largest)
            return TooLarge();
        if (utf8.Trim(" \t\r\n"u8).IsEmpty)
            return new JsonObject();
        if (!Utf8.IsValid(utf8))
            return Refused("input.not_utf8", "The body is not valid UTF-8. Send JSON in UTF-8.");
        return Walk(utf8) is { } problem ? problem : Build(utf8);
    }

    /// <summary>The refusal of a body over <see cref="Largest"/>.</summary>
    public static Problem TooLarge() => Refused("input.too_large", "The body is larger than 1 MiB. Send less at once.");

    static Outcome<JsonObject> Build(ReadOnlySpan<byte> utf8)
    {
        try
        {
            var options = new JsonDocumentOptions { MaxDepth = Deepest, AllowDuplicateProperties = false };
            return JsonNode.Parse(utf8, nodeOptions: null, options) is JsonObject body
                ? body
                : Refused("input.not_an_object", "The body is JSON, but not an object. Send { … } with the fields by name.");
        }
        catch (JsonException e)
        {
            return Refused("input.duplicate_field", $"The body names a field twice{Place(e)}. Send each field once.");
        }
    }

    // One pass over the tokens finds what the tree would only stumble over later: broken syntax, depth, halves of character pairs.
    static Problem? Walk(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = Deepest + 1 });
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray && reader.CurrentDepth >= Deepest)
                    return Refused("input.too_deep", $"The body is nested deeper than {Deepest} levels. Send it flatter.");
                if (reader.ValueIsEscaped)
                    _ = reader.GetString();
            }

            return null;
        }
        catch (JsonException e)
        {
            return Refused("input.not_json", $"The body is not valid JSON{Place(e)}.");
        }
        catch (InvalidOperationException)
        {
            return Refused("input.not_json", $"The body holds half of a character pair (\\uD800 to \\uDFFF) before byte {reader.BytesConsumed}. Send whole characters.");
        }
    }

    static string Place(JsonException e) => e is { LineNumber: { } line, BytePositionInLine: { } position } ? $" (line {line + 1}, byte {position + 1})" : "";

    static Problem Refused(string code, string text) => new(ProblemKind.Invalid, code, text);
}
