using System.Text.Json;

namespace Helios.Kernel.CustomFields;

/// <summary>Makes the rows that a value is found by.</summary>
static class CustomFieldRows
{
    /// <summary>An index entry must stay small; longer texts are compared by their beginning.</summary>
    const int LongestKey = 200;

    /// <summary>A text as it is compared: blind to capitals.</summary>
    public static string Fold(string text)
    {
        var folded = text.Trim().ToLowerInvariant();
        return folded.Length <= LongestKey ? folded : folded[..LongestKey];
    }

    /// <summary>The rows of one value; none where nobody filters by the type.</summary>
    public static IReadOnlyList<CustomFieldValueRow> Of(Guid entity, CustomFieldDefinition field, JsonElement? value)
    {
        if (value is not { } known)
            return [];
        CustomFieldValueRow Row(int n = 0) => new() { EntityId = entity, FieldId = field.Id, N = n };
        var row = Row();
        switch (field.Type)
        {
            case CustomFieldType.Text or CustomFieldType.Link:
                row.Text = Fold(known.GetString()!);
                return [row];
            case CustomFieldType.Choice:
                row.Text = known.GetString();
                return [row];
            case CustomFieldType.CheckBox:
                row.Text = known.GetBoolean() ? "yes" : "no";
                return [row];
            case CustomFieldType.Number:
                row.Number = CustomFieldReader.Millionths(known.GetDecimal());
                return [row];
            case CustomFieldType.Date:
                row.Day = DateOnly.ParseExact(known.GetString()!, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
                return [row];
            case CustomFieldType.Person:
                row.Reference = known.GetGuid();
                return [row];
            case CustomFieldType.Choices:
                return [.. known.EnumerateArray().Select((choice, n) => Choice(Row(n), choice))];
            default:
                return [];
        }
    }

    static CustomFieldValueRow Choice(CustomFieldValueRow row, JsonElement choice)
    {
        row.Text = choice.GetString();
        return row;
    }
}
