using System.Text.Json;
using Helios.Kernel.Events;

namespace Helios.Kernel.CustomFields;

/// <summary>The words of custom fields that an entity is found by.</summary>
static class CustomFieldWords
{
    /// <summary>What staff find it by, and what everybody finds it by who may see it.</summary>
    public static (string Staff, string Public) Of(CustomFieldSet fields, CustomFieldValues? values)
    {
        if (values is null)
            return ("", "");
        List<string> staff = [], open = [];
        foreach (var field in fields.All.Where(field => !field.IsArchived))
            foreach (var text in Texts(field, values[field.ApiName]))
            {
                staff.Add(text);
                if (string.Equals(field.Audience, Audience.Requester, StringComparison.Ordinal))
                    open.Add(text);
            }

        return (string.Join('\n', staff), string.Join('\n', open));
    }

    static IEnumerable<string> Texts(CustomFieldDefinition field, JsonElement? value) => (field.Type, value) switch
    {
        (_, null) => [],
        (CustomFieldType.Text or CustomFieldType.LongText or CustomFieldType.Link, { } text) => [text.GetString()!],
        (CustomFieldType.Choice, { } choice) => [field.LabelOf(choice.GetString()!)],
        (CustomFieldType.Choices, { } choices) => choices.EnumerateArray().Select(choice => field.LabelOf(choice.GetString()!)),
        _ => [],
    };
}
