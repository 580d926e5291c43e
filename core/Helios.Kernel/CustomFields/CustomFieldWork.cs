using System.Collections.Frozen;
using System.Text.Json;
using Helios.Kernel.Data;
using Helios.Kernel.Entities;
using Helios.Kernel.Input;
using Helios.Kernel.Modules;
using Helios.Kernel.Problems;
using Helios.Kernel.Scopes;

namespace Helios.Kernel.CustomFields;

/// <summary>The custom fields of one command, from what was sent to what is stored.</summary>
sealed class CustomFieldWork
{
    readonly CustomFieldSet fields;
    readonly Dictionary<string, CustomFieldReading> read = new(StringComparer.Ordinal);
    readonly List<FieldProblem> problems = [];
    readonly bool isText;
    readonly bool isNew;
    IEntityRef? target;

    /// <summary>Reads what was sent.</summary>
    /// <param name="kind">The class of the kind.</param>
    /// <param name="sent">What was sent, by API name.</param>
    /// <param name="scope">For whom.</param>
    /// <param name="isText">Whether everything is text, as in forms and files.</param>
    /// <param name="isNew">Whether the entity is being made: then defaults and needs count.</param>
    public CustomFieldWork(Type kind, IReadOnlyDictionary<string, JsonElement> sent, Scope scope, bool isText, bool isNew)
    {
        Kind = kind;
        fields = scope.CustomFields(kind);
        (this.isText, this.isNew) = (isText, isNew);
        foreach (var (name, value) in sent)
            Read(name, value, scope);
        if (isNew)
            Complete(scope.Actor);
    }

    /// <summary>The class of the kind whose fields they are.</summary>
    public Type Kind { get; }

    /// <summary>What the command changes, once its references are resolved; null where it makes something.</summary>
    public Entity? Target => target?.Resolved;

    /// <summary>What is wrong, each with its field.</summary>
    public IReadOnlyList<FieldProblem> Problems => problems;

    /// <summary>The fields of a command; null where its input takes none.</summary>
    public static CustomFieldWork? Of(object command, Scope scope)
    {
        var rules = InputRules.Of(command.GetType());
        if (rules.CustomFields is not { } property)
            return null;
        var sent = (property.GetValue(command) as ICustomFieldInput)?.Sent ?? FrozenDictionary<string, JsonElement>.Empty;
        var changed = rules.References is [{ IsTarget: true } named, ..] ? named.ReferencesIn(command).FirstOrDefault() : null;
        return new CustomFieldWork(property.PropertyType.GetGenericArguments()[0], sent, scope, scope.Door == Door.Page, changed is null) { target = changed };
    }

    /// <summary>Looks up whom fields name, as far as the actor sees them.</summary>
    public async Task<Problem?> Resolve(HeliosDb db, Registry registry, CancellationToken stop)
    {
        foreach (var (name, reading) in read.Where(pair => pair.Value.Person is not null).ToList())
        {
            if (registry.Kind("user") is { } people && await people.IdOf(db, db.Scope!.Actor, reading.Person!, stop) is { } id)
                read[name] = CustomFieldReading.Of(JsonSerializer.SerializeToElement(id));
            else
                problems.Add(new FieldProblem(CustomFieldDefinition.PathOf(name), $"“{fields.Find(name)!.Name}” knows nobody called “{InputWords.Short(reading.Person!)}” whom you can see. Give a key or a mail address."));
        }

        return problems.Count > 0 ? Problem.Invalid(problems) : null;
    }

    /// <summary>Writes them into the entity that the command made or changed; a choice that is offered no more may only stay.</summary>
    public Problem? Write(Entity entity)
    {
        var values = entity.CustomFields ?? CustomFieldValues.None;
        foreach (var (name, reading) in read)
        {
            if (Retired(fields.Find(name)!, reading.Value, values[name]) is { } choice)
                problems.Add(new FieldProblem(CustomFieldDefinition.PathOf(name), $"“{fields.Find(name)!.Name}” does not offer “{choice}” any more. Choose another."));
            values = values.With(name, reading.Value);
        }

        if (problems.Count > 0)
            return Problem.Invalid(problems);
        if (read.Count > 0 && !values.Equals(entity.CustomFields ?? CustomFieldValues.None))
            entity.CustomFields = values.All.Count == 0 ? null : values;
        return null;
    }

    void Read(string name, JsonElement value, Scope scope)
    {
        if (fields.Find(name) is not { } field || !field.IsFor(scope.Actor))
        {
            Refuse(name, InputWords.Unknown(name, fields.For(scope.Actor).Select(known => known.ApiName)));
            return;
        }

        var reading = field.IsArchived ? CustomFieldReading.Refuse($"“{field.Name}” is archived. Restore it in the settings first, or leave it out.")
            : isText ? CustomFieldReader.ReadText(field, value)
            : CustomFieldReader.Read(field, value);
        if (reading.Refusal is { } why)
            Refuse(name, why);
        else if (reading.IsEmpty && field.IsRequired)
            Refuse(name, Needed(field));
        else
            read[name] = reading;
    }

    /// <summary>A new record takes the defaults of what nobody mentioned, and lacks nothing that is needed and that the actor could give.</summary>
    void Complete(Actor actor)
    {
        foreach (var field in fields.All.Where(field => !field.IsArchived && !read.ContainsKey(field.ApiName)))
            if (field.Default is { } standard && !problems.Exists(problem => string.Equals(problem.Field, field.Path, StringComparison.Ordinal)))
                read[field.ApiName] = CustomFieldReading.Of(standard);
            else if (field.IsRequired && field.IsFor(actor) && !problems.Exists(problem => string.Equals(problem.Field, field.Path, StringComparison.Ordinal)))
                Refuse(field.ApiName, Needed(field));
    }

    void Refuse(string name, string why) => problems.Add(new FieldProblem(CustomFieldDefinition.PathOf(InputWords.Short(name)), why));

    string? Retired(CustomFieldDefinition field, JsonElement? value, JsonElement? before)
    {
        var kept = Chosen(before).ToHashSet(StringComparer.Ordinal);
        return Chosen(value).FirstOrDefault(choice => (isNew || !kept.Contains(choice)) && field.Choices.Any(known => known.Archived && string.Equals(known.Value, choice, StringComparison.Ordinal)));
    }

    static IEnumerable<string> Chosen(JsonElement? value) => value switch
    {
        { ValueKind: JsonValueKind.String } one => [one.GetString()!],
        { ValueKind: JsonValueKind.Array } many => many.EnumerateArray().Select(choice => choice.GetString()!),
        _ => [],
    };

    static string Needed(CustomFieldDefinition field) => $"“{field.Name}” is needed: give {CustomFieldReader.Expected(field)}.";
}
