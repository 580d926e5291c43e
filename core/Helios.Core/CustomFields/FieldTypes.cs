using System.Text.Json;
using Helios.Kernel.CustomFields;

namespace Helios.Core.CustomFields;

/// <summary>The types of custom fields as they are stored and as people read them.</summary>
public static class FieldTypes
{
    /// <summary>Every type, in the order in which forms offer them.</summary>
    public static IReadOnlyList<(CustomFieldType Type, string Word, string Label)> All { get; } =
        [.. Enum.GetValues<CustomFieldType>().Select(type => (type, Word(type), Label(type)))];

    /// <summary>The type as the API writes it.</summary>
    public static string Word(CustomFieldType type) => JsonNamingPolicy.SnakeCaseLower.ConvertName(type.ToString());

    /// <summary>The type that a word of the API means, or null.</summary>
    public static CustomFieldType? Read(string word)
    {
        foreach (var known in All)
            if (string.Equals(known.Word, word, StringComparison.Ordinal))
                return known.Type;
        return null;
    }

    /// <summary>Whether it has choices.</summary>
    public static bool HasChoices(CustomFieldType type) => type is CustomFieldType.Choice or CustomFieldType.Choices;

    /// <summary>What people read.</summary>
    public static string Label(CustomFieldType type) => type switch
    {
        CustomFieldType.Text => "Text",
        CustomFieldType.LongText => "Long text",
        CustomFieldType.Number => "Number",
        CustomFieldType.Date => "Date",
        CustomFieldType.Choice => "One of several choices",
        CustomFieldType.Choices => "Several of several choices",
        CustomFieldType.Person => "{User}",
        CustomFieldType.CheckBox => "Check box",
        _ => "Link",
    };
}
