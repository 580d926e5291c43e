using System.Text.Json;
using Helios.Kernel.Commands;
using Helios.Kernel.CustomFields;
using Helios.Kernel.Data;
using Helios.Kernel.Entities;
using Helios.Kernel.Events;
using Helios.Kernel.Input;
using Helios.Kernel.Modules;
using Helios.Kernel.Problems;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Helios.Kernel.Undo;

/// <summary>Puts the rows of one run back: what was added goes, what was removed comes again, fields hold what they held.</summary>
sealed class RowsBack(HeliosDb db, Registry registry, CommandContext context)
{
    static readonly Dictionary<string, JsonElement> Nothing = [];

    readonly List<FieldProblem> changedSince = [];
    readonly Dictionary<Guid, Entity> roots = [];
    int moved;

    public async Task<Problem?> PutBack(UndoneRun run)
    {
        var rows = Rows(run);
        if (rows.Count == 0)
            return Problem.Conflict("undo.run.not_undoable", "Nothing of this stands in a record, so there is nothing to put back.");
        foreach (var told in run.Events.Select(told => told.Event))
            if (await Load(told, rows.Find(row => row.Change.Table is null && row.Event.EntityId == told.EntityId)) is { } missing)
                return missing;
        // Last in, first out: a row that stands on another one of the same run goes before it.
        foreach (var row in rows.AsEnumerable().Reverse())
            if (await PutBack(row) is { } refusal)
                return refusal;
        foreach (var told in run.Events)
            TellBack(told.Event, told.Body);
        if (changedSince.Count > 0)
            return Problem.Conflict("undo.run.changed_since", "This was changed again since, so undoing would take that away too. Look at the record and change it by hand.") with { Fields = changedSince };
        if (Inconsistent() is { Count: > 0 } broken)
            return Problem.Conflict("undo.run.inconsistent", "What this puts back does not go with what was changed since. Look at the record and change it by hand.") with { Fields = broken };
        return moved > 0 ? null : Problem.Conflict("undo.run.nothing_left", "All of this is as it was before already.");
    }

    /// <summary>A row that two entities tell, as a link, comes once.</summary>
    static List<RunRow> Rows(UndoneRun run) => [.. run.Events
        .SelectMany(told => (told.Body.Rows ?? []).Select(row => new RunRow(told.Event, row, row.Fields ?? [.. told.Body.Changes.Skip(row.From).Take(row.Count)])))
        .DistinctBy(row => row.Name, StringComparer.Ordinal)];

    /// <summary>The rules between fields that what goes back would break.</summary>
    List<FieldProblem> Inconsistent() =>
        [.. roots.Values.Where(root => db.Entry(root).State is EntityState.Modified or EntityState.Added).OfType<IConsistent>().SelectMany(root => root.Broken())];

    /// <summary>Loads and locks an entity that the run changed, as the actor sees it; what the run removed is made anew.</summary>
    async Task<Problem?> Load(EventRow told, RunRow? own)
    {
        if (registry.Kind(told.Kind) is not { } kind || context.Scope.Organization?.ModulesOff.Contains(kind.Module.Id) == true)
            return Problem.NotFound("act");
        if (await kind.Find(db, context.Actor, told.EntityId.ToString(), forUpdate: true, context.Stop) is { } found)
        {
            roots[told.EntityId] = found;
            return null;
        }

        if (own?.Change.Did is not RowDid.Removed)
            return Problem.Conflict("undo.run.gone", $"{told.Key} isn't here any more, or you can't see it, so nothing of it can be put back.");
        var type = db.Model.FindEntityType(kind.Type)!;
        if (SecretIn(type, own) is { } secret)
            return Secret(secret);
        var again = (Entity)Make(type, own);
        // Whoever still holds the version that was removed must not overwrite this one unseen.
        again.Version++;
        roots[told.EntityId] = again;
        return kind.Sees(again, context.Actor) ? null : Problem.NotFound("act");
    }

    /// <summary>The words of a setting are told the other way round: they stand in no row of the entity.</summary>
    void TellBack(EventRow told, EventBody body)
    {
        if (!body.IsOfSettings)
            return;
        foreach (var change in body.Changes)
            context.Tell(roots[told.EntityId], change.Field, change.New, change.Old);
    }

    Task<Problem?> PutBack(RunRow row)
    {
        if (row.Change.Table is not null)
            return Child(row);
        var root = roots[row.Event.EntityId];
        if (row.Change.Did is RowDid.Removed)
        {
            moved += db.Entry(root).State is EntityState.Added ? 1 : 0;
            return Task.FromResult<Problem?>(null);
        }

        return Task.FromResult(row.Change.Did is RowDid.Added ? Remove(row, root) : Restore(row, root));
    }

    async Task<Problem?> Child(RunRow row)
    {
        var table = db.Model.GetRelationalModel().Tables.FirstOrDefault(known => string.Equals(known.Name, row.Change.Table, StringComparison.Ordinal));
        if (table?.EntityTypeMappings.FirstOrDefault()?.TypeBase is not IEntityType type)
            return Problem.NotFound("act");
        var key = type.FindPrimaryKey()!.Properties.Select(part => part.Name is nameof(IOwned.OrganizationId) ? db.OrganizationId : Value(row.Change.Key!, part));
        var found = await db.FindAsync(type.ClrType, [.. key], context.Stop);
        switch (row.Change.Did)
        {
            case RowDid.Removed when found is not null:
            case RowDid.Added when found is null:
                return null;
            case RowDid.Removed:
                return Add(type, row);
            case RowDid.Added:
                return Remove(row, found!);
            case RowDid.Changed when found is null:
                changedSince.AddRange(row.Fields.Select(field => new FieldProblem(FieldNames.Api(field.Field), $"{Words(row, field)}{Of(row)} is gone with its row.")));
                return null;
            default:
                return Restore(row, found!);
        }
    }

    Problem? Restore(RunRow row, object found)
    {
        var entry = db.Entry(found);
        foreach (var field in row.Fields)
        {
            if (Custom(found, field) is { } custom)
            {
                Restore(row, field, (Entity)found, custom);
                continue;
            }

            if (Property(entry.Metadata, field) is not { } property)
                return Problem.NotFound("act");
            if (ChangedRows.IsSecret(property))
                return Secret(field);
            var comparer = property.GetValueComparer();
            var now = entry.Property(property.Name).CurrentValue;
            var before = Value(field.Old, property);
            if (comparer.Equals(now, before))
                continue;
            if (!comparer.Equals(now, Value(field.New, property)))
            {
                changedSince.Add(Changed(row, field));
                continue;
            }

            entry.Property(property.Name).CurrentValue = before;
            moved++;
        }

        return null;
    }

    /// <summary>Each custom field goes back by itself, though all of them stand in one column.</summary>
    void Restore(RunRow row, FieldChange field, Entity entity, string name)
    {
        var values = entity.CustomFields ?? CustomFieldValues.None;
        if (Same(values[name], field.Old))
            return;
        if (!Same(values[name], field.New))
        {
            changedSince.Add(Changed(row, field));
            return;
        }

        Set(entity, name, field.Old);
        moved++;
    }

    static void Set(Entity entity, string name, JsonElement? value) =>
        entity.CustomFields = (entity.CustomFields ?? CustomFieldValues.None).With(name, value) is { All.Count: > 0 } left ? left : null;

    static bool Same(JsonElement? one, JsonElement? other) => one is { } mine && other is { ValueKind: not JsonValueKind.Null } theirs
        ? JsonElement.DeepEquals(mine, theirs)
        : one is null && other is null or { ValueKind: JsonValueKind.Null };

    static string? Custom(object row, FieldChange field) => row is Entity ? CustomFieldDefinition.NameIn(field.Field) : null;

    Problem? Remove(RunRow row, object found)
    {
        var entry = db.Entry(found);
        foreach (var field in row.Fields)
            if (Custom(found, field) is { } custom)
            {
                if (!Same(((Entity)found).CustomFields?[custom], field.New))
                    changedSince.Add(Changed(row, field));
            }
            else if (Property(entry.Metadata, field) is { } property && !ChangedRows.IsSecret(property)
                && !property.GetValueComparer().Equals(entry.Property(property.Name).CurrentValue, Value(field.New, property)))
                changedSince.Add(Changed(row, field));
        if (changedSince.Count == 0)
            db.Remove(found);
        moved++;
        return null;
    }

    Problem? Add(IEntityType type, RunRow row)
    {
        if (SecretIn(type, row) is { } secret)
            return Secret(secret);
        Make(type, row);
        moved++;
        return null;
    }

    /// <summary>A row as the event of its removal tells it, added to this save.</summary>
    object Make(IEntityType type, RunRow row)
    {
        var made = Activator.CreateInstance(type.ClrType, nonPublic: true)!;
        var entry = db.Entry(made);
        foreach (var (name, value) in (row.Change.Key ?? Nothing).Concat(row.Change.Rest ?? Nothing))
            if (type.GetProperties().FirstOrDefault(known => HeliosJson.NameOf(known.Name) == name) is { } property)
                entry.Property(property.Name).CurrentValue = Value(value, property);
        foreach (var field in row.Fields)
            if (Custom(made, field) is { } custom)
                Set((Entity)made, custom, field.Old);
            else if (Property(type, field) is { } property)
                entry.Property(property.Name).CurrentValue = Value(field.Old, property);
        if (row.Change.Table is null)
            entry.Property(nameof(Entity.Id)).CurrentValue = row.Event.EntityId;
        if (made is IOwned owned)
            owned.OrganizationId = db.OrganizationId;
        entry.State = EntityState.Added;
        return made;
    }

    static IProperty? Property(IEntityType type, FieldChange field)
    {
        var name = field.Field[(field.Field.LastIndexOf('.') + 1)..];
        return type.GetProperties().FirstOrDefault(known => string.Equals(HeliosJson.NameOf(known.Name), name, StringComparison.Ordinal));
    }

    static FieldChange? SecretIn(IEntityType type, RunRow row) =>
        row.Fields.FirstOrDefault(field => Property(type, field) is { } property && ChangedRows.IsSecret(property));

    static object? Value(IReadOnlyDictionary<string, JsonElement> values, IProperty property) => Value(values[HeliosJson.NameOf(property.Name)], property);

    static object? Value(JsonElement? value, IProperty property) =>
        value is { ValueKind: not JsonValueKind.Null } known ? known.Deserialize(property.ClrType, HeliosJson.Options) : null;

    FieldProblem Changed(RunRow row, FieldChange field) => new(FieldNames.Api(field.Field), $"{Words(row, field)}{Of(row)} holds something else by now.");

    /// <summary>A setting is no part of the record on whose page its change stands.</summary>
    static string Of(RunRow row) => row.Change.Fields is null ? $" of {row.Event.Key}" : "";

    /// <summary>A field of the organization's own has a name of its own.</summary>
    string Words(RunRow row, FieldChange field) => CustomFieldDefinition.NameIn(field.Field) is { } custom && registry.Kind(row.Event.Kind) is { } kind
        && context.Scope.CustomFields(kind.Type).Find(custom) is { } known ? $"“{known.Name}”" : $"“{FieldNames.Words(field.Field)}”";

    static Problem Secret(FieldChange field) =>
        Problem.Conflict("undo.run.secret", $"“{FieldNames.Words(field.Field)}” is secret, so the history does not keep what it held. Enter it anew instead.");

    /// <summary>One row of a run, with its fields.</summary>
    sealed record RunRow(EventRow Event, RowChange Change, IReadOnlyList<FieldChange> Fields)
    {
        public string Name => Change.Table is null ? Event.EntityId.ToString() : Change.Table + JsonSerializer.Serialize(Change.Key, HeliosJson.Options);
    }
}
