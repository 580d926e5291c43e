using System.Globalization;
using System.Text.Json;

namespace Helios.Kernel.CustomFields;

/// <summary>Says a value of a custom field in words: for lists, pages and files.</summary>
public static class CustomFieldText
{
    /// <summary>The value as one text that <see cref="CustomFieldReader.ReadText(CustomFieldDefinition, string)"/> reads again; null where there is none.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">What is stored.</param>
    /// <param name="names">Names of people by id; without one the id stands.</param>
    public static string? Of(CustomFieldDefinition field, JsonElement? value, IReadOnlyDictionary<Guid, string>? names = null) => (field.Type, value) switch
    {
        (_, null) => null,
        (CustomFieldType.Choice, { } choice) => field.LabelOf(choice.GetString()!),
        (CustomFieldType.Choices, { } choices) => string.Join(", ", choices.EnumerateArray().Select(choice => Listed(field, choice.GetString()!))),
        (CustomFieldType.CheckBox, { } flag) => flag.GetBoolean() ? "Yes" : "No",
        (CustomFieldType.Number, { } number) => number.GetDecimal().ToString(CultureInfo.InvariantCulture),
        (CustomFieldType.Person, { } person) => names?.GetValueOrDefault(person.GetGuid()) ?? person.GetString(),
        (_, { } text) => text.GetString(),
    };

    /// <summary>A label that holds a separator could not be read again; its value can.</summary>
    static string Listed(CustomFieldDefinition field, string value) =>
        field.LabelOf(value) is var label && label.AsSpan().ContainsAny(',', ';', '\n') ? value : label;

    /// <summary>The people whom the values of these fields name.</summary>
    public static IEnumerable<Guid> PeopleIn(IEnumerable<CustomFieldDefinition> fields, IReadOnlyDictionary<string, JsonElement> values) => fields
        .Where(field => field.Type == CustomFieldType.Person)
        .Select(field => values.TryGetValue(field.ApiName, out var value) && value.TryGetGuid(out var id) ? id : (Guid?)null)
        .OfType<Guid>();
}
