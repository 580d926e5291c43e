using System.Collections.Frozen;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Helios.Kernel.Input;
using Helios.Kernel.Modules;
using Helios.Kernel.Queries;

namespace Helios.Core.ApiGuide;

/// <summary>What a field of an example holds when it names no record.</summary>
static class ExampleTexts
{
    static readonly FrozenDictionary<string, string> Known = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["q"] = "printer",
        ["subject"] = "The printer on floor 2 does not print",
        ["body"] = "It was out of toner. Please try again.",
        ["audience"] = "internal",
        ["tag"] = "printer",
        ["status"] = "in_progress",
        ["mail"] = "elif@example.com",
        ["reason"] = "Trying the API",
        ["command"] = "tickets.close",
        ["type"] = "backup.late",
        ["severity"] = "warning",
        ["fileName"] = "people.csv",
        ["content"] = "TmFtZQpFbGlmIERlbWlyCg==",
        ["target"] = "people",
        ["forward"] = "is fixed by",
        ["view"] = "all",
        ["run"] = "01a224d6-664d-78a6-8376-bf71a860efb9",
        ["module"] = "itsm",
        ["role"] = "user",
        ["name"] = "An example",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>A text that the field takes, as far as its record says; null where nothing can be said without knowing the organization.</summary>
    public static string? For(RecordField field, Registry registry) => (field.Shape.Element ?? field.Shape).Kind switch
    {
        ValueKind.Boolean => "true",
        ValueKind.WholeNumber or ValueKind.Number => Number(field),
        ValueKind.Day => "2027-01-31",
        ValueKind.TimeOfDay => "09:00",
        ValueKind.Moment => "2027-01-31T09:00:00Z",
        ValueKind.Choice => (field.Shape.Element ?? field.Shape).Choices[0],
        ValueKind.Text or ValueKind.Bytes or ValueKind.Id => field.Name == "kind" ? ListedKind(registry) : Text(field),
        _ => null,
    };

    static string? Text(RecordField field) =>
        field.Attributes.OfType<AllowedValuesAttribute>().FirstOrDefault() is { Values: [string first, ..] } ? first : Known.GetValueOrDefault(field.Name);

    static string Number(RecordField field) =>
        field.Attributes.OfType<RangeAttribute>().FirstOrDefault() is { } range ? Convert.ToString(range.Minimum, CultureInfo.InvariantCulture)! : "1";

    // What most people list is declared last.
    static string? ListedKind(Registry registry) =>
        registry.Contributions<ListDeclaration>().Select(list => registry.Kind(list.Value.RowType).Name).LastOrDefault();
}
