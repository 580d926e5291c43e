using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Helios.Core.Tags.Commands;
using Helios.Core.Directory;
using Helios.Kernel.Commands;
using Helios.Kernel.CustomFields;
using Helios.Kernel.Entities;
using Helios.Kernel.Input;
using Helios.Kernel.Modules;
using Helios.Kernel.Problems;
using Helios.Kernel.Scopes;

namespace Helios.Core.Importing.Generic;

/// <summary>One row: finds its record, makes or changes it, and does the rest that has commands of its own.</summary>
sealed class GenericRow(Registry registry, KindShape shape, string? identity, ImportSeries series, ImportCells row, string title, Func<string, string> label)
{
    readonly Dictionary<string, JsonNode?> values = new(StringComparer.Ordinal);
    readonly List<FieldProblem> problems = [];
    readonly List<string> warnings = [];
    readonly List<string> changes = [];
    ImportRow? result;

    Actor Actor => series.Db.Scope!.Actor;

    /// <summary>Does it; the result is written in the same transaction.</summary>
    public async Task<Outcome<RowPlan>> Do()
    {
        var (entity, unknown) = await Known();
        if (unknown is not null)
            return unknown;
        await Read();
        if (await Main(entity) is { } refusal)
            return refusal;
        await Rest(entity);
        await Tag();
        return new RowPlan(result!.Outcome, result.Title) { Changes = [.. result.Changes], Warnings = [.. result.Warnings] };
    }

    /// <summary>The record that the row is about: none for a new one, a problem where a key is wrong.</summary>
    async Task<(Entity? Entity, Problem? Problem)> Known()
    {
        if (row[KindShape.Key] is { } key)
            return await shape.Kind.Find(series.Db, Actor, Guid.TryParse(key, out _) ? key : key.ToUpperInvariant(), forUpdate: false, series.Stop) is { } found
                ? (found, null)
                : (null, Problem.Invalid(KindShape.Key, $"There is no {shape.Kind.Label.One.ToLowerInvariant()} {InputWords.Short(key)} that you can see. Leave the key out to make a new one."));
        if (identity is null || row[identity] is not { } name)
            return (null, null);
        var called = await RecordNames.Called(series.Db, shape.Kind, Actor, name, series.Stop);
        if (called.Count > 1)
            problems.Add(new FieldProblem(identity, $"{called.Count} {shape.Kind.Label.Many.ToLowerInvariant()} are called so. Add a column with the key."));
        return (called.Count == 1 ? await shape.Kind.Find(series.Db, Actor, called[0].ToString(), forUpdate: false, series.Stop) : null, null);
    }

    /// <summary>The cells as what the commands want; references are looked up once for all of them.</summary>
    async Task Read()
    {
        foreach (var field in shape.Fields)
        {
            if (row[field.Name] is not { } text)
                continue;
            if (field.Shape.Kind == ValueKind.Reference)
                values[field.Name] = await Reference(field.Name, field.Shape, text);
            else if (field.Shape is { Kind: ValueKind.List, Element: { Kind: ValueKind.Reference } element })
            {
                var many = new JsonArray();
                foreach (var part in CellValue.Parts(text))
                    many.Add(await Reference(field.Name, element, part));
                values[field.Name] = many;
            }
            else
                values[field.Name] = CellValue.Node(field.Shape, text, shape.Words[field.Name]);
        }
    }

    async Task<JsonNode?> Reference(string field, ValueShape reference, string text)
    {
        var found = await RecordNames.Find(series.Db, registry.Kind(reference.Bare.GetGenericArguments()[0]), Actor, text, series.Stop);
        if (found.Succeeded)
            return JsonValue.Create(found.Value.ToString());
        problems.Add(new FieldProblem(field, found.Problem.Text));
        return null;
    }

    /// <summary>Makes the record, or changes its fields.</summary>
    async Task<Problem?> Main(Entity? known)
    {
        if (problems.Count > 0)
            return Words(Problem.Invalid(problems));
        if (known is { ArchivedAt: not null })
            return Problem.Conflict("imports.row.archived", $"{known.Key} is archived. Restore it first, or leave the row out.");
        var command = known is null ? shape.Create : shape.Update;
        var sent = new JsonObject();
        foreach (var field in command is null ? [] : KindShape.FieldsOf(command))
            if (values.TryGetValue(field.Name, out var value))
                sent[field.Name] = value?.DeepClone();
        if (command is not null && row.CustomFields.Count > 0 && RecordContract.Of(command.InputType).Field("customFields") is not null)
            sent["customFields"] = Own();
        if (known is not null && (command is null || sent.Count == 0))
        {
            result = Result(RowOutcome.Unchanged, known.Id, known.Key);
            await series.Write(result);
            return null;
        }

        if (known is not null)
            sent[KindShape.TargetOf(command!.InputType)!.Name] = known.Id.ToString();
        var input = InputReader.Read(command!.InputType, sent);
        if (!input.Succeeded)
            return Words(input.Problem);
        var refusal = await series.Run(command, input.Value, row.Number, report => (result = Made(report, known), true));
        return refusal is null ? null : Words(refusal);
    }

    /// <summary>The organization's own fields, each as its type wants it; the command says what is wrong with them.</summary>
    JsonObject Own()
    {
        var own = new JsonObject();
        foreach (var field in series.Db.Scope!.CustomFields(shape.Kind.Type).For(Actor))
            if (row.CustomFields.TryGetValue(field.ApiName, out var text))
                own[field.ApiName] = field.Type switch
                {
                    CustomFieldType.Number => decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? JsonValue.Create(number) : JsonValue.Create(text),
                    CustomFieldType.CheckBox => CellText.Flag(text) is { } flag ? JsonValue.Create(flag) : JsonValue.Create(text),
                    CustomFieldType.Date => JsonValue.Create(CellText.Day(text)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? text),
                    CustomFieldType.Choices => new JsonArray([.. CellValue.Parts(text).Select(part => JsonValue.Create(part))]),
                    _ => JsonValue.Create(text),
                };
        return own;
    }

    ImportRow Made(CommandReport report, Entity? known)
    {
        var told = report.Events.FirstOrDefault(told => known is null ? told.Kind == shape.Kind.Name : told.Id == known.Id);
        if (known is null)
            return Result(RowOutcome.Created, told?.Id, told?.Key);
        foreach (var change in told?.Changes ?? [])
            changes.Add(label(change.Field));
        return Result(changes.Count > 0 ? RowOutcome.Updated : RowOutcome.Unchanged, known.Id, known.Key);
    }

    /// <summary>
    /// What has a command of its own, such as a status: where the record does not hold it already. One may be allowed only when
    /// another one is done (who is resolved is assigned to nobody), and one may undo another (to assign what is new is to begin
    /// it), so they are gone through until the record is as the row says, or nothing moves any more.
    /// </summary>
    async Task Rest(Entity? known)
    {
        if (result!.EntityId is not { } id)
            return;
        var done = KindShape.FieldsOf(known is null ? shape.Create : shape.Update ?? shape.Create).Select(field => field.Name).ToHashSet(StringComparer.Ordinal);
        var own = shape.Setters.Where(setter => values.ContainsKey(setter.Key) && (!done.Contains(setter.Key) || (known is not null && shape.Update is null))).ToList();
        Dictionary<string, Problem> refused = new(StringComparer.Ordinal);
        var isSet = false;
        var moves = own.Count > 0;
        for (var round = 0; moves && round <= own.Count; round++)
        {
            moves = false;
            foreach (var (name, setter) in own)
            {
                var value = values[name];
                if (await shape.Kind.Find(series.Db, Actor, id.ToString(), forUpdate: false, series.Stop) is not { } now || (Holds(now, name, value) ?? (round > 0 && !refused.ContainsKey(name))))
                    continue;
                var input = InputReader.Read(setter.InputType, new JsonObject { [KindShape.TargetOf(setter.InputType)!.Name] = id.ToString(), [name] = value?.DeepClone() });
                if (await Also(setter, input, name) is { } refusal)
                    refused[name] = refusal;
                else
                {
                    refused.Remove(name);
                    moves = isSet = true;
                }
            }
        }

        foreach (var (name, refusal) in refused)
            await LeftOut(name, refusal);
        if (isSet)
            await Kept(id);
    }

    /// <summary>A command may change more than it was told, such as whose thing it is: where that is not what the row says, the result says so.</summary>
    async Task Kept(Guid id)
    {
        if (await shape.Kind.Find(series.Db, Actor, id.ToString(), forUpdate: false, series.Stop) is not { } now)
            return;
        foreach (var name in values.Where(value => ReferenceIn(now, value.Key) is { } reference && !Holds(now, reference, value.Value)).Select(value => value.Key))
            await Warn($"{label(name)} is not as the row says: another column of it changed that too.");
    }

    async Task Warn(string warning)
    {
        if (result!.Warnings.Contains(warning, StringComparer.Ordinal))
            return;
        result.Warnings = [.. result.Warnings, warning];
        series.Db.Update(result);
        await series.Db.SaveChangesAsync(series.Stop);
        series.Db.ChangeTracker.Clear();
    }

    async Task Tag()
    {
        if (row[KindShape.Tags] is not { } tags || result!.EntityId is not { } id)
            return;
        foreach (var tag in CellValue.Parts(tags).Distinct(StringComparer.CurrentCultureIgnoreCase))
            if (await Also(registry.Command(typeof(AddTag)), new AddTag(new EntityRef<Entity>(id.ToString()), tag), KindShape.Tags) is { } refusal)
                await LeftOut(KindShape.Tags, refusal);
    }

    /// <summary>What a command of its own refuses is left out, and the row says so.</summary>
    Task LeftOut(string field, Problem refusal) => Warn($"{label(field)} was left out: {refusal.Text}");

    /// <summary>One more command for the same row.</summary>
    async Task<Problem?> Also(CommandDeclaration command, Outcome<object> input, string field) =>
        input.Succeeded
            ? await series.Run(command, input.Value, row.Number, report =>
            {
                if (report.Events.Count > 0 && result!.Outcome != RowOutcome.Created)
                    (result.Outcome, result.Changes) = (RowOutcome.Updated, [.. result.Changes.Append(label(field)).Distinct(StringComparer.Ordinal)]);
                return (result!, false);
            })
            : input.Problem;

    /// <summary>Whether the record has this value already; null where it lacks the column and can't tell.</summary>
    static bool? Holds(Entity entity, string field, JsonNode? value)
    {
        var property = Array.Find(entity.GetType().GetProperties(), known => string.Equals(known.Name, field, StringComparison.OrdinalIgnoreCase) && known.PropertyType.Namespace is "System") ?? ReferenceIn(entity, field);
        return property is null ? null : Holds(entity, property, value);
    }

    static bool Holds(Entity entity, PropertyInfo property, JsonNode? value) =>
        JsonNode.DeepEquals(JsonSerializer.SerializeToNode(property.GetValue(entity), property.PropertyType, HeliosJson.Options), value);

    /// <summary>Where the record keeps the id of another one that this column names.</summary>
    static PropertyInfo? ReferenceIn(Entity entity, string field) => Array.Find(entity.GetType().GetProperties(), known => string.Equals(known.Name, field + "Id", StringComparison.OrdinalIgnoreCase));

    ImportRow Result(string outcome, Guid? id, string? key) => new()
    {
        // The result is added when the command's own rows have their organization already.
        OrganizationId = series.Whole.OrganizationId,
        ImportId = series.Whole.Id,
        Number = row.Number,
        Outcome = outcome,
        Title = title.Length > 200 ? title[..200] : title,
        EntityId = id,
        EntityKey = key,
        Changes = [.. changes.Distinct(StringComparer.Ordinal)],
        Warnings = [.. warnings],
    };

    /// <summary>A refusal whose fields are called as the columns are.</summary>
    Problem Words(Problem problem) => problem.Fields.Count == 0
        ? problem
        : problem with { Text = string.Join(' ', problem.Fields.Select(field => field.Field.Length == 0 ? field.Text : $"{label(field.Field)}: {field.Text}")) };
}
