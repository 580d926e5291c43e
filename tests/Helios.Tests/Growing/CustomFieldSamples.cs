using System.Text.Json.Nodes;
using Helios.Kernel.CustomFields;

namespace Helios.Tests.Growing;

/// <summary>For each type of custom field two values, and filters that find the first and not the second.</summary>
static class CustomFieldSamples
{
    public static JsonObject Definition(CustomFieldType type, string name, string audience) => new()
    {
        ["name"] = name,
        ["type"] = Word(type),
        ["audience"] = audience,
        ["choices"] = type is CustomFieldType.Choice or CustomFieldType.Choices
            ? new JsonArray(Choice("Berlin"), Choice("Oslo"), Choice("東京"))
            : new JsonArray(),
    };

    public static string Word(CustomFieldType type) => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(type.ToString());

    public static (JsonNode First, JsonNode Second) Values(CustomFieldType type, Guid person, Guid other) => type switch
    {
        CustomFieldType.Text => ("Cost Center 7", "Cost center 8"),
        CustomFieldType.LongText => ("One line\nand quokkas", "One line\nand wombats"),
        CustomFieldType.Number => (JsonValue.Create(12.5m), JsonValue.Create(-3m)),
        CustomFieldType.Date => ("2026-03-01", "2027-11-30"),
        CustomFieldType.Choice => ("berlin", "choice"),
        CustomFieldType.Choices => (new JsonArray("berlin", "oslo"), new JsonArray("oslo")),
        CustomFieldType.Person => (person.ToString(), other.ToString()),
        CustomFieldType.CheckBox => (true, false),
        _ => ("https://wiki.example/a", "https://wiki.example/b"),
    };

    /// <summary>Conditions behind the field's name that hold for the first value only.</summary>
    public static string[] Filters(CustomFieldType type, Guid person) => type switch
    {
        CustomFieldType.Text => [":\"cost center 7\""],
        CustomFieldType.Number => [":12.5", ">0", ">=12.5", "<100 {0}>-3"],
        CustomFieldType.Date => [":2026-03-01", ":2026-03", "<2027", "<=2026-03-01"],
        CustomFieldType.Choice => [":berlin", ":Berlin", "!=choice,none"],
        CustomFieldType.Choices => [":berlin"],
        CustomFieldType.Person => [$":{person}"],
        CustomFieldType.CheckBox => [":yes", ":true"],
        CustomFieldType.Link => [":https://wiki.example/a"],
        _ => [],
    };

    static JsonObject Choice(string label) => new() { ["label"] = label };
}
