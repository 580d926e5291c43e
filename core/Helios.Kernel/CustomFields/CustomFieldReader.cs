using System.Globalization;
using System.Text.Json;
using Helios.Kernel.Input;

namespace Helios.Kernel.CustomFields;

/// <summary>Reads what somebody sent for a custom field into what is stored, by the field's type. Nothing makes it throw.</summary>
public static class CustomFieldReader
{
    /// <summary>The longest line.</summary>
    public const int Line = 500;

    /// <summary>The longest text of several lines.</summary>
    public const int LongText = 10_000;

    /// <summary>The longest address.</summary>
    public const int Link = 2_000;

    /// <summary>Numbers lie below this, on both sides of zero: with six places behind the point they are exact in 64 bits.</summary>
    public const decimal Number = 1_000_000_000_000m;

    const int Places = 6;

    /// <summary>Reads a value of the API: numbers and flags are what they are, and an archived choice may stand only where it stood.</summary>
    /// <param name="field">The field.</param>
    /// <param name="sent">The value; null empties the field.</param>
    public static CustomFieldReading Read(CustomFieldDefinition field, JsonElement sent) => sent.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => CustomFieldReading.Empty,
        JsonValueKind.Array when field.Type == CustomFieldType.Choices => Choices(field, sent),
        JsonValueKind.String when field.Type is not (CustomFieldType.Number or CustomFieldType.CheckBox or CustomFieldType.Choices) => Text(field, sent.GetString()!),
        JsonValueKind.Number when field.Type == CustomFieldType.Number => sent.TryGetDecimal(out var number) ? Of(field, number) : Wrong(field),
        JsonValueKind.True or JsonValueKind.False when field.Type == CustomFieldType.CheckBox => CustomFieldReading.Of(sent.Clone()),
        _ => Wrong(field),
    };

    /// <summary>Reads a value of a form or a file, where everything is text; several choices are a list of texts.</summary>
    public static CustomFieldReading ReadText(CustomFieldDefinition field, JsonElement sent) => sent.ValueKind switch
    {
        JsonValueKind.Array when field.Type == CustomFieldType.Choices => Choices(field, sent),
        JsonValueKind.Array when sent.GetArrayLength() > 0 => ReadText(field, sent[sent.GetArrayLength() - 1]),
        JsonValueKind.String => ReadText(field, sent.GetString()!),
        JsonValueKind.Null or JsonValueKind.Undefined => CustomFieldReading.Empty,
        _ => Read(field, sent),
    };

    /// <summary>Reads one text: a cell of a file, a box of a form.</summary>
    public static CustomFieldReading ReadText(CustomFieldDefinition field, string text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return CustomFieldReading.Empty;
        return field.Type switch
        {
            CustomFieldType.Number => decimal.TryParse(text.Trim(), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? Of(field, number) : Wrong(field),
            CustomFieldType.CheckBox => Flag(text.Trim()) is { } flag ? CustomFieldReading.Of(Element(flag)) : Wrong(field),
            CustomFieldType.Choices => Choices(field, Element(text.Split([',', ';', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))),
            _ => Text(field, text),
        };
    }

    /// <summary>What a value of this field looks like, for sentences and the API's description.</summary>
    public static string Expected(CustomFieldDefinition field) => field.Type switch
    {
        CustomFieldType.Text => "a text of at most 500 characters",
        CustomFieldType.LongText => "a text of at most 10,000 characters",
        CustomFieldType.Number => "a number such as 12.5, below a million millions and with at most six places behind the point",
        CustomFieldType.Date => "a day such as 2026-03-01",
        CustomFieldType.Choice => $"one of {Offered(field)}",
        CustomFieldType.Choices => $"a list of {Offered(field)}",
        CustomFieldType.Person => "somebody of the directory, by key, id, user name or mail address",
        CustomFieldType.CheckBox => "true or false",
        _ => "an address that begins with https:// or http://",
    };

    /// <summary>A number in millionths, as the index keeps it.</summary>
    internal static long Millionths(decimal number) => (long)(number * 1_000_000m);

    /// <summary>A decimal that lies in the range and has no more places than are kept.</summary>
    internal static bool Fits(decimal number) => Math.Abs(number) < Number && decimal.Round(number, Places) == number;

    static CustomFieldReading Text(CustomFieldDefinition field, string text)
    {
        text = text.Trim();
        if (text.Length == 0)
            return CustomFieldReading.Empty;
        if (text.Contains('\0', StringComparison.Ordinal))
            return CustomFieldReading.Refuse(InputWords.Unstorable);
        return field.Type switch
        {
            CustomFieldType.Text when text.Length <= Line && !text.Contains('\n', StringComparison.Ordinal) => CustomFieldReading.Of(Element(text)),
            CustomFieldType.LongText when text.Length <= LongText => CustomFieldReading.Of(Element(text)),
            CustomFieldType.Date when DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) => CustomFieldReading.Of(Element(text)),
            CustomFieldType.Choice when Choice(field, text) is { } choice => CustomFieldReading.Of(Element(choice)),
            CustomFieldType.Person when text.Length <= 254 => CustomFieldReading.Somebody(text),
            CustomFieldType.Link when IsLink(text) => CustomFieldReading.Of(Element(text)),
            _ => Wrong(field),
        };
    }

    static CustomFieldReading Of(CustomFieldDefinition field, decimal number) =>
        Fits(number) ? CustomFieldReading.Of(Element(Canonical(number))) : Wrong(field);

    /// <summary>Without zeros at the end: 1.50 and 1.5 are stored, compared and told as the same.</summary>
    static decimal Canonical(decimal number) => number / 1.0000000000000000000000000000m;

    static CustomFieldReading Choices(CustomFieldDefinition field, JsonElement sent)
    {
        HashSet<string> chosen = new(StringComparer.Ordinal);
        foreach (var entry in sent.EnumerateArray())
        {
            if (entry.ValueKind != JsonValueKind.String)
                return Wrong(field);
            if (entry.GetString() is not { Length: > 0 } text)
                continue;
            if (Choice(field, text) is not { } choice)
                return Wrong(field);
            chosen.Add(choice);
        }

        return chosen.Count == 0
            ? CustomFieldReading.Empty
            : CustomFieldReading.Of(Element(field.Choices.Select(choice => choice.Value).Where(chosen.Contains).ToArray()));
    }

    /// <summary>The value that a text means: the value itself, or the label that people read.</summary>
    static string? Choice(CustomFieldDefinition field, string text) =>
        (field.Choices.FirstOrDefault(choice => string.Equals(choice.Value, text, StringComparison.Ordinal))
        ?? field.Choices.FirstOrDefault(choice => string.Equals(choice.Label, text.Trim(), StringComparison.OrdinalIgnoreCase)))?.Value;

    static string Offered(CustomFieldDefinition field) => string.Join(", ", field.Choices.Where(choice => !choice.Archived).Select(choice => choice.Value));

    static bool? Flag(string text) => text.ToLowerInvariant() switch
    {
        "true" or "yes" or "y" or "1" or "x" or "on" => true,
        "false" or "no" or "n" or "0" or "off" => false,
        _ => null,
    };

    static bool IsLink(string text) =>
        text.Length <= Link && !text.Any(char.IsWhiteSpace) && Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme is "http" or "https");

    static CustomFieldReading Wrong(CustomFieldDefinition field) => CustomFieldReading.Refuse($"“{field.Name}” takes {Expected(field)}.");

    static JsonElement Element<T>(T value) => JsonSerializer.SerializeToElement(value, HeliosJson.Options);
}
