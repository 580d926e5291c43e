using System.Text.Json;
using System.Text.RegularExpressions;
using Helios.Core.CustomFields.Commands;
using Helios.Kernel.CustomFields;
using Helios.Kernel.Input;
using Helios.Kernel.Problems;

namespace Helios.Core.CustomFields;

/// <summary>What holds for every definition, new or changed.</summary>
static partial class FieldRules
{
    /// <summary>Fields of one kind that are not archived.</summary>
    public const int MostFields = 100;

    public const int MostChoices = 200;
    public const int LongestChoice = 100;
    public const string NameText = "Give the field a name of 1 to 80 characters.";
    public const string HelpText = "The help may have 500 characters.";

    /// <summary>The choices with their values: given ones are checked, missing ones are made from the label. Those that were there and are not named any more are archived.</summary>
    public static Outcome<CustomFieldChoices> Choices(CustomFieldType type, IReadOnlyList<FieldChoice> given, IReadOnlyList<CustomFieldChoice> before)
    {
        var named = given.Where(choice => choice.Label.Trim().Length > 0).ToList();
        if (!FieldTypes.HasChoices(type))
            return named.Count == 0 ? CustomFieldChoices.None : Problem.Invalid("choices", "Only a field of choices has choices. Leave them out.");
        if (named.Count > MostChoices)
            return Problem.Invalid("choices", $"A field has at most {MostChoices} choices.");
        List<CustomFieldChoice> made = [];
        foreach (var choice in named)
        {
            var label = choice.Label.Trim();
            if (label.Length > LongestChoice)
                return Problem.Invalid("choices", $"A choice has at most {LongestChoice} characters: “{InputWords.Short(label)}”.");
            var value = choice.Value is { Length: > 0 } own ? own
                : before.FirstOrDefault(known => string.Equals(known.Label, label, StringComparison.OrdinalIgnoreCase))?.Value
                ?? ApiNames.Make(label, "choice", name => before.Concat(made).Any(known => string.Equals(known.Value, name, StringComparison.Ordinal)));
            if (!Form().IsMatch(value))
                return Problem.Invalid("choices", $"“{InputWords.Short(value)}” is no value of a choice. {ApiNames.FormText}");
            if (made.Exists(known => string.Equals(known.Value, value, StringComparison.Ordinal) || string.Equals(known.Label, label, StringComparison.OrdinalIgnoreCase)))
                return Problem.Invalid("choices", $"“{label}” stands there twice. Give each choice a name of its own.");
            made.Add(new CustomFieldChoice(value, label, choice.Archived));
        }

        made.AddRange(before.Where(known => !made.Exists(choice => string.Equals(choice.Value, known.Value, StringComparison.Ordinal))).Select(known => known with { Archived = true }));
        return made.Exists(choice => !choice.Archived)
            ? new CustomFieldChoices(made)
            : Problem.Invalid("choices", "Give at least one choice.");
    }

    /// <summary>The default as it is stored, or why it cannot be one.</summary>
    public static Outcome<string> Default(CustomFieldDefinition field, JsonElement? sent, bool isText)
    {
        if (sent is not { ValueKind: not (JsonValueKind.Null or JsonValueKind.Undefined) } value || field.Type == CustomFieldType.Person)
            return sent is { ValueKind: JsonValueKind.String } text && field.Type == CustomFieldType.Person && text.GetString()!.Trim().Length > 0
                ? Problem.Invalid("default", "Nobody can be a default. Leave it empty.")
                : "";
        var read = isText ? CustomFieldReader.ReadText(field, value) : CustomFieldReader.Read(field, value);
        if (read.Refusal is { } why)
            return Problem.Invalid("default", why);
        if (read.Value is not { } standard)
            return "";
        var json = standard.GetRawText();
        return field.Choices.Any(choice => choice.Archived && json.Contains($"\"{choice.Value}\"", StringComparison.Ordinal))
            ? Problem.Invalid("default", "The default is offered no more. Choose another, or none.")
            : json;
    }

    [GeneratedRegex("^[a-z][a-z0-9_]{0,59}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form();
}
