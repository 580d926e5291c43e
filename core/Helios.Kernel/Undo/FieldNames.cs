using System.Text;
using Helios.Kernel.CustomFields;

namespace Helios.Kernel.Undo;

/// <summary>What the API and people call a field that an event names after its column: <c>assigneeId</c> is <c>assignee</c>, <c>comment.body</c> is <c>body</c>.</summary>
static class FieldNames
{
    const string Reference = "Id";

    /// <summary>Its name in the JSON of the API.</summary>
    public static string Api(string field)
    {
        if (CustomFieldDefinition.NameIn(field) is not null)
            return field;
        var name = field[(field.LastIndexOf('.') + 1)..];
        return name.Length > Reference.Length && name.EndsWith(Reference, StringComparison.Ordinal) ? name[..^Reference.Length] : name;
    }

    /// <summary>Its name in a sentence: <c>serialNumber</c> is “serial number”.</summary>
    public static string Words(string field)
    {
        var words = new StringBuilder();
        foreach (var letter in Api(field))
            (char.IsUpper(letter) ? words.Append(' ') : words).Append(char.ToLowerInvariant(letter));
        return words.ToString();
    }
}
