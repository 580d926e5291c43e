using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Helios.Kernel.CustomFields;
using Helios.Kernel.Events;
using Helios.Kernel.Labeling;
using Helios.Kernel.Modules;
using Helios.Kernel.Scopes;

namespace Helios.Core.Timeline;

/// <summary>Tells events in words for one reader: by the sentence that a feature gave, else field by field.</summary>
sealed partial class TimelineWords(Registry registry, Scope scope, ReferenceNames names, TimeFields times, Guid entity)
{
    /// <summary>Longer values stand in the changes, not in the sentence.</summary>
    const int LongestInSentence = 80;

    /// <summary>More changed fields than this are counted, not listed.</summary>
    const int MostInSentence = 3;

    readonly bool isStaff = scope.Actor.IsStaff;
    readonly Labels labels = registry.LabelsOf(scope);
    readonly ILookup<string, EventText> sentences = registry.Contributions<EventText>().Select(c => c.Value).OrderBy(text => text.WhenField is null).ToLookup(text => text.Action, StringComparer.Ordinal);
    readonly ILookup<string, FieldText> fields = registry.Contributions<FieldText>().Select(c => c.Value).ToLookup(text => text.Field, StringComparer.Ordinal);

    /// <summary>One event; its detail may have been erased.</summary>
    public TimelineItem Tell(EventRow row, EventBody? body)
    {
        var told = (body?.Changes ?? []).Select(change => (Change: change, Text: TextOf(row.Kind, change.Field))).Where(field => IsFor(field.Change, field.Text)).ToList();
        var values = told.Select(field => Readable(row.Kind, field.Change, field.Text)).ToList();
        var changes = told.Zip(values).Where(pair => pair.First.Text?.IsHidden != true).Select(pair => pair.Second).ToList();
        return new TimelineItem(
            row.Id, row.OccurredAt, ActorOf(body), row.UserId, row.Action, Spoken(row.Action, body, values, changes),
            changes, string.Equals(body?.Why, EventBody.Erased, StringComparison.Ordinal) ? "erased" : body?.Why, row.Door, row.Audience)
        { Run = row.RunId, IsUndo = body?.Undid is not null };
    }

    /// <summary>An undo is told by what it took back: “undid: assigned this to Amara”.</summary>
    string Spoken(string action, EventBody? body, List<TimelineChange> values, List<TimelineChange> changes) => body switch
    {
        { Undid: { } undid } => "undid: " + Told(undid, [.. body.Changes.Select(change => new FieldChange(change.Field, change.New, change.Old))], values.ConvertAll(Turned), changes.ConvertAll(Turned)),
        { Redid: { } redid } => "did again: " + Told(redid, body.Changes, values, changes),
        _ => Told(action, body?.Changes ?? [], values, changes),
    };

    static TimelineChange Turned(TimelineChange change) => change with { Old = change.New, New = change.Old };

    string Told(string action, IReadOnlyList<FieldChange> raw, List<TimelineChange> values, List<TimelineChange> changes) =>
        Sentence(action, raw, values) ?? Fallback(action, changes);

    static string ActorOf(EventBody? body) => body?.Actor switch
    {
        null => "Somebody",
        EventBody.Erased => "Somebody (name erased)",
        var name => name,
    };

    FieldText? TextOf(string kind, string field) => CustomFieldDefinition.NameIn(field) is { } name
        ? Custom(kind, field, name)
        : fields[field].FirstOrDefault(text => string.Equals(text.Kind, kind, StringComparison.Ordinal)) ?? fields[field].FirstOrDefault(text => text.Kind is null);

    /// <summary>A custom field by the name that it has now; one that the reader may not see is as good as undeclared.</summary>
    FieldText? Custom(string kind, string path, string name) =>
        registry.Kind(kind) is { } declared && scope.CustomFields(declared.Type).Find(name) is { } field && (isStaff || (field.IsFor(scope.Actor) && !field.IsArchived))
        ? new FieldText(path, field.Name) { TellsName = true, Values = field.Choices.ToDictionary(choice => choice.Value, choice => choice.Label, StringComparer.Ordinal) }
        : null;

    /// <summary>Narrow readers read what is declared for them; nobody reads that a link has this entity at one end.</summary>
    bool IsFor(FieldChange change, FieldText? text) =>
        (isStaff || text is { IsInternal: false }) && ReferenceNames.IdIn(change.New ?? change.Old) != entity;

    TimelineChange Readable(string kind, FieldChange change, FieldText? text) => change.IsErased
        ? new TimelineChange(change.Field, text?.Label ?? Label(change.Field), null, new TimelineValue("erased"))
        : new(change.Field, text?.Label ?? Label(change.Field), Readable(kind, change.Field, change.Old, text), Readable(kind, change.Field, change.New, text));

    TimelineValue? Readable(string kind, string field, JsonElement? value, FieldText? text)
    {
        if (value is not { ValueKind: not JsonValueKind.Null } known)
            return null;
        if (ReferenceNames.IdIn(known) is { } id)
            return names.Of(id, text?.TellsName == true);
        var plain = Plain(known, text);
        return new TimelineValue(known.ValueKind == JsonValueKind.String ? times.Words(kind, field, plain) ?? plain : plain);
    }

    static string Plain(JsonElement value, FieldText? text)
    {
        var plain = value.ValueKind switch
        {
            JsonValueKind.String => value.GetString()!,
            JsonValueKind.True => "yes",
            JsonValueKind.False => "no",
            JsonValueKind.Array => string.Join(", ", value.EnumerateArray().Select(entry => Plain(entry, text))),
            JsonValueKind.Object when value.TryGetProperty("label", out var label) => Plain(label, text),
            _ => value.GetRawText(),
        };
        return text?.Values.GetValueOrDefault(value.ValueKind == JsonValueKind.String ? plain : value.GetRawText()) ?? plain;
    }

    string? Sentence(string action, IReadOnlyList<FieldChange> raw, List<TimelineChange> values)
    {
        foreach (var text in sentences[action])
            if (Holds(text, raw) && Filled(labels.Fill(text.Sentence), values) is { } sentence)
                return sentence;
        return null;
    }

    static bool Holds(EventText text, IReadOnlyList<FieldChange> changes) => text.WhenField is null || changes.Any(change =>
        string.Equals(change.Field, text.WhenField, StringComparison.Ordinal)
        && string.Equals((change.New ?? change.Old)?.ToString(), text.WhenValue, StringComparison.Ordinal));

    static string? Filled(string sentence, List<TimelineChange> values)
    {
        var isWhole = true;
        var filled = Place().Replace(sentence, place =>
        {
            var change = values.Find(value => string.Equals(value.Field, place.Groups["field"].Value, StringComparison.Ordinal));
            var value = place.Groups["which"].Value switch
            {
                ":old" => change?.Old,
                ":new" => change?.New,
                _ => change?.New ?? change?.Old,
            };
            isWhole &= value is { Text.Length: <= LongestInSentence };
            return value?.Text ?? "";
        });
        return isWhole ? filled : null;
    }

    /// <summary>“changed status from New to Resolved”; of a new entity or many fields, the action itself: “created the ticket”.</summary>
    string Fallback(string action, List<TimelineChange> changes)
    {
        if (changes.Count is 0 or > MostInSentence || changes.TrueForAll(change => change.Old is null && change.Field.Contains('.', StringComparison.Ordinal)))
            return Spoken(action);
        if (changes.TrueForAll(change => change.Old is null) && Creation().IsMatch(action))
            return Spoken(action);
        return string.Join(", ", changes.Select(Spoken));
    }

    static string Spoken(TimelineChange change) => (change.Old, change.New) switch
    {
        (_, { Text.Length: > LongestInSentence }) or ({ Text.Length: > LongestInSentence }, _) => $"changed {change.Label}",
        ({ } old, { } now) => $"changed {change.Label} from {old.Text} to {now.Text}",
        (null, { } now) => $"set {change.Label} to {now.Text}",
        _ => $"cleared {change.Label}",
    };

    /// <summary>TicketAssigned is “assigned the ticket”.</summary>
    string Spoken(string action)
    {
        var words = Word().Matches(action).Select(word => word.Value.ToLowerInvariant()).ToList();
        if (words.Count < 2)
            return action.ToLowerInvariant();
        var noun = string.Join('_', words[..^1]);
        return $"{words[^1]} the {(registry.Kind(noun) is null ? noun.Replace('_', ' ') : labels.Kind(noun).OneInText)}";
    }

    /// <summary>The name of a field that nobody labeled: <c>dueAt</c> is “due at”, <c>managerId</c> is “manager”.</summary>
    static string Label(string field)
    {
        var name = field[(field.LastIndexOf('.') + 1)..];
        if (name.Length > 2 && name.EndsWith("Id", StringComparison.Ordinal))
            name = name[..^2];
        var label = new StringBuilder();
        foreach (var letter in name)
            (char.IsUpper(letter) ? label.Append(' ') : label).Append(char.ToLowerInvariant(letter));
        return label.ToString();
    }

    [GeneratedRegex(@"\{(?<field>[A-Za-z_.]+)(?<which>:old|:new)?\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Place();

    [GeneratedRegex("(Created|Added|Imported|Made)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Creation();

    [GeneratedRegex("[A-Z][a-z0-9]*", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Word();
}
