using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Helios.Kernel.Input;

namespace Helios.Tests.Growing;

/// <summary>What nobody should send, and somebody will.</summary>
static class BadValues
{
    /// <summary>One text with everything that breaks programs which glue texts together. It can be stored as it is.</summary>
    public const string Injection = "'; drop table ticket; -- \" </textarea><script>alert(1)</script>{{7*7}}${7*7}%s%n\\u0041\\ \u202Egpj.exe\u200B&amp;";

    /// <summary>Each value as JSON text, under a name for the report.</summary>
    public static IEnumerable<(string Name, string Json)> For(RecordField field)
    {
        yield return ("null", "null");
        yield return ("true", "true");
        yield return ("nothing at all", "0");
        yield return ("one less than nothing", "-1");
        yield return ("a negative number", "-9223372036854775808");
        yield return ("a huge number", "1e308");
        yield return ("a number too large for any type", "123456789012345678901234567890");
        yield return ("an empty list", "[]");
        yield return ("a list of lists", "[[[\"x\"]]]");
        yield return ("an object", "{\"x\":1}");
        yield return ("an empty text", "\"\"");
        yield return ("blanks", "\"   \"");
        yield return ("an injection", JsonSerializer.Serialize(Injection));
        yield return ("a null character", "\"a\\u0000b\"");
        yield return ("half of a character pair", "\"a\\ud800b\"");
        yield return ("a deep nesting", string.Concat(Enumerable.Repeat("[", 40)) + string.Concat(Enumerable.Repeat("]", 40)));
        yield return ("a long text", $"\"{new string('x', 200_000)}\"");
        if (field.Shape.Kind == ValueKind.List)
            yield return ("a list of nulls", "[null,null]");
    }

    /// <summary>The body with one field replaced, or added, by raw JSON.</summary>
    public static byte[] Body(JsonObject valid, string field, string json)
    {
        var text = new StringBuilder("{");
        foreach (var (name, value) in valid.Where(pair => pair.Key != field))
            text.Append(JsonSerializer.Serialize(name)).Append(':').Append(value?.ToJsonString() ?? "null").Append(',');
        return Encoding.UTF8.GetBytes(text.Append(JsonSerializer.Serialize(field)).Append(':').Append(json).Append('}').ToString());
    }
}
