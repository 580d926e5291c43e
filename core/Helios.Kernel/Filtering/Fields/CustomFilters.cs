using System.Runtime.CompilerServices;
using Helios.Kernel.CustomFields;

namespace Helios.Kernel.Filtering.Fields;

/// <summary>Makes the filter fields of custom fields, each from its definition.</summary>
static class CustomFilters
{
    /// <summary>A definition is a new object whenever it changed, so what was made of it holds as long as it lives.</summary>
    static readonly ConditionalWeakTable<CustomFieldDefinition, FilterFields<CustomFieldValueRow>> Made = [];

    /// <summary>The field over the rows of values; null for types that nobody filters by.</summary>
    public static FilterFields<CustomFieldValueRow>? Of(CustomFieldDefinition field) =>
        field.Type == CustomFieldType.LongText ? null : Made.GetValue(field, Make);

    /// <summary>How completion and help describe it.</summary>
    public static FilterFieldInfo InfoOf(CustomFieldDefinition field, FilterFields<CustomFieldValueRow> values)
    {
        var info = values.Infos[0];
        string[] offered = field.Choices.Count > 0 ? [.. field.Choices.Where(choice => !choice.Archived).Select(choice => choice.Value)] : [.. info.Values.Where(value => value is not "none")];
        return info with { Description = field.Help ?? field.Name, Columns = [], Values = [.. offered, "any", "none"], StaffOnly = false };
    }

    static FilterFields<CustomFieldValueRow> Make(CustomFieldDefinition field)
    {
        var made = new FilterFields<CustomFieldValueRow>();
        return field.Type switch
        {
            CustomFieldType.Number => made.Millionths(field.ApiName, row => row.Number),
            CustomFieldType.Date => made.Day(field.ApiName, row => row.Day, isAhead: true),
            CustomFieldType.Person => made.Reference(field.ApiName, row => row.Reference, "user"),
            CustomFieldType.CheckBox => made.Choice(field.ApiName, row => row.Text, ["yes", "no"], new Dictionary<string, string[]>(StringComparer.Ordinal) { ["true"] = ["yes"], ["false"] = ["no"] }),
            CustomFieldType.Choice or CustomFieldType.Choices => made.Choice(field.ApiName, row => row.Text, [.. field.Choices.Select(choice => choice.Value)], Labels(field)),
            _ => made.Text(field.ApiName, row => row.Text, CustomFieldRows.Fold),
        };
    }

    /// <summary>What people read means the value, where it is no value itself and stands for one only.</summary>
    static Dictionary<string, string[]> Labels(CustomFieldDefinition field) => field.Choices
        .Where(choice => !field.Choices.Any(other => string.Equals(other.Value, choice.Label, StringComparison.OrdinalIgnoreCase)))
        .GroupBy(choice => choice.Label, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(group => group.Key, group => group.Select(choice => choice.Value).ToArray(), StringComparer.OrdinalIgnoreCase);
}
