using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Helios.Kernel.Entities;

namespace Helios.Kernel.Input;

/// <summary>The sentences about fields that could not be read. Each says what is wrong and what to give instead.</summary>
public static class InputWords
{
    const int MostNames = 12;
    const int LongestEcho = 60;

    /// <summary>What a value of this shape is called: <c>a whole number</c>, <c>one of open, closed</c>.</summary>
    public static string Expected(ValueShape shape) => shape.Kind switch
    {
        ValueKind.Text => "a text",
        ValueKind.Boolean => "true or false",
        ValueKind.WholeNumber => WholeNumber(shape.Bare),
        ValueKind.Number => "a number such as 12.5",
        ValueKind.Day => "a day such as 2026-03-01",
        ValueKind.TimeOfDay => "a time of day such as 14:30",
        ValueKind.Moment => "a time with its offset, such as 2026-03-01T14:30:00Z",
        ValueKind.Id => "an id such as 01890a5d-ac96-774b-bcce-b302099a8057",
        ValueKind.Choice => $"one of {string.Join(", ", shape.Choices)}",
        ValueKind.Reference => $"the {(typeof(IRowRef).IsAssignableFrom(shape.Bare) ? "id" : "key or id")} of {Noun(shape.Bare)}",
        ValueKind.Bytes => "the bytes of a file as base64",
        ValueKind.List => $"a list; each entry is {Expected(shape.Element!)}",
        ValueKind.Map or ValueKind.Record => "an object with fields of its own",
        _ => "a value",
    };

    internal static string Missing(ValueShape shape) => $"This is needed: give {Expected(shape)}.";

    internal static string Empty(ValueShape shape) => $"This cannot be empty: give {Expected(shape)}.";

    internal static string Wrong(ValueShape shape, JsonNode? node) => node is JsonArray && shape.Kind != ValueKind.List
        ? $"This takes one value, not a list: give {Expected(shape)}."
        : $"This must be {Expected(shape)}.";

    /// <summary>That there is no such field, and which one was probably meant.</summary>
    public static string Unknown(string name, IEnumerable<string> known)
    {
        var names = known.ToList();
        if (NearestName.Of(name, names) is { } nearest)
            return $"There is no field “{Short(name)}”. Did you mean “{nearest}”?";
        return names.Count == 0
            ? $"There is no field “{Short(name)}”; nothing is expected here."
            : $"There is no field “{Short(name)}”. The fields are {string.Join(", ", names.Take(MostNames))}{(names.Count > MostNames ? ", …" : "")}.";
    }

    internal static string Unstorable => "This holds a character that cannot be stored (U+0000 or half of a pair). Remove it.";

    /// <summary>A name that somebody sent, cut so that no answer is as long as the mistake.</summary>
    public static string Short(string name) => name.Length <= LongestEcho ? name : name[..LongestEcho] + "…";

    // A ticket, an asset; a record where any kind will do.
    static string Noun(Type reference)
    {
        var type = reference.GetGenericArguments()[0];
        if (type == typeof(Entity))
            return "a record";
        var noun = new StringBuilder();
        foreach (var letter in type.Name)
            noun.Append(char.IsUpper(letter) && noun.Length > 0 ? " " : "").Append(char.ToLowerInvariant(letter));
        return ("aeio".Contains(noun[0], StringComparison.Ordinal) ? "an " : "a ") + noun;
    }

    static string WholeNumber(Type type)
    {
        var least = type.GetField("MinValue")!.GetValue(null);
        var most = type.GetField("MaxValue")!.GetValue(null);
        return type == typeof(long) || type == typeof(ulong)
            ? "a whole number"
            : string.Create(CultureInfo.InvariantCulture, $"a whole number from {least} to {most}");
    }
}
