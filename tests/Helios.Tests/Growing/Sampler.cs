using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;
using Helios.Kernel.CustomFields;
using Helios.Kernel.Entities;
using Helios.Kernel.Input;
using Helios.Kernel.Scopes;

namespace Helios.Tests.Growing;

/// <summary>Makes inputs for declared commands and queries from their records alone; recipes add what no record says.</summary>
/// <param name="House">The house that the input is for.</param>
/// <param name="Tenant">The organization that it is for.</param>
/// <param name="Viewer">Who will send it: what it names must be visible to him where that can be.</param>
public sealed record Sampler(GrowingHouse House, Tenant Tenant, Scope Viewer)
{
    /// <summary>The same for the owner, who may make everything.</summary>
    public Sampler AsOwner => this with { Viewer = Tenant.Owner };

    /// <summary>The kind that stands for any kind; the last declared one when null.</summary>
    public KindDeclaration? AnyKind { get; init; }

    /// <summary>A valid input.</summary>
    /// <param name="declared">What it is for.</param>
    /// <param name="isFull">Whether fields that may be absent are filled too.</param>
    public async Task<JsonObject> Input(Declared declared, bool isFull)
    {
        var sent = new JsonObject();
        foreach (var field in RecordContract.Of(declared.Input).Fields.Where(field => isFull || field.IsRequired))
            if (await Field(declared, field) is { } value)
                sent[field.Name] = value;
        if (Recipes.Inputs.TryGetValue(declared.Name, out var recipe))
            await recipe(this, sent);
        return sent;
    }

    /// <summary>Who runs it: the viewer, or the guest that a recipe makes.</summary>
    public Task<Scope> Actor(Declared declared) =>
        Recipes.Actors.TryGetValue(declared.Name, out var recipe) ? recipe(this) : Task.FromResult(Viewer);

    /// <summary>A new entity of a kind that the viewer sees, or any at all where he sees none.</summary>
    public async Task<Made> Entity(Type type)
    {
        if (type == typeof(Entity))
            return await Any();
        var kind = House.Registry.Kind(type);
        return await Own(kind) ?? await House.Makers.Make(AsOwner, kind);
    }

    /// <summary>The key of a new entity of a kind.</summary>
    public async Task<string> Key(Type type)
    {
        var made = await Entity(type);
        return made.Key ?? (await House.One<string>("select key from entity where id = $1", made.Id))!;
    }

    /// <summary>A new row of a declared sort.</summary>
    public Task<Made> Row(Type type) => Recipes.Rows.TryGetValue(type, out var recipe) ? recipe(this) : House.Makers.Make(Viewer.Actor.IsStaff ? AsOwner : this, type);

    async Task<Made> Any()
    {
        if (AnyKind is { } named)
            return await Entity(named.Type);
        if (!Viewer.Actor.IsStaff)
            foreach (var kind in House.Registry.Kinds.Reverse())
                if (await Own(kind) is { } own)
                    return own;
        return await House.Makers.Make(AsOwner, House.Registry.Kinds.Last(kind => House.Makers.Of(kind) is not null));
    }

    /// <summary>One that a narrow reader made himself, or himself.</summary>
    async Task<Made?> Own(KindDeclaration kind)
    {
        if (Viewer.Actor.IsStaff || Viewer.Actor.UserId is not { } me)
            return null;
        if (House.Makers.Of(kind) is { } maker && maker.Admits(House.Registry, Viewer.Actor))
            return await House.Makers.Make(this, kind) is var made && await House.Sees(Viewer, kind, made.Id) ? made : null;
        return await House.Sees(Viewer, kind, me) ? new Made(me, null) : null;
    }

    async Task<JsonNode?> Field(Declared declared, RecordField field)
    {
        var value = await Value(field.Shape, field);
        if (value is null && field.IsRequired && !field.Shape.AllowsNull)
            throw new InvalidOperationException(
                $"No sample fits the field {field.Name} of {declared.Name}. Add a text that it accepts to SampleTexts, or a recipe for {declared.Name} to Recipes (tests/Helios.Tests/Growing).");
        return value;
    }

    async Task<JsonNode?> Value(ValueShape shape, RecordField field) => shape.Kind switch
    {
        ValueKind.Bytes => JsonValue.Create(Convert.ToBase64String("Name\nSample"u8)),
        ValueKind.Text => SampleTexts.For(field, House.Next()) is string text ? JsonValue.Create(text) : null,
        ValueKind.Boolean => JsonValue.Create(true),
        ValueKind.WholeNumber or ValueKind.Number => Number(field),
        ValueKind.Day => JsonValue.Create("2026-03-01"),
        ValueKind.TimeOfDay => JsonValue.Create("14:30"),
        ValueKind.Moment => JsonValue.Create("2026-03-01T14:30:00Z"),
        ValueKind.Id => JsonValue.Create(Guid.CreateVersion7()),
        ValueKind.Choice => JsonValue.Create(shape.Choices[^1]),
        ValueKind.Reference => JsonValue.Create(await Reference(shape.Bare)),
        ValueKind.List => await Value(shape.Element!, field) is { } entry ? new JsonArray(entry) : null,
        ValueKind.Map when typeof(ICustomFieldInput).IsAssignableFrom(shape.Type) => null,
        ValueKind.Map => new JsonObject { ["sample"] = await Value(shape.Element!, field) },
        ValueKind.Record => await Record(shape.Bare),
        _ => JsonValue.Create("Sample"),
    };

    async Task<JsonObject> Record(Type record)
    {
        var sent = new JsonObject();
        foreach (var field in RecordContract.Of(record).Fields)
            sent[field.Name] = await Value(field.Shape, field);
        return sent;
    }

    async Task<string> Reference(Type type)
    {
        var made = typeof(IRowRef).IsAssignableFrom(type) ? await Row(type.GetGenericArguments()[0]) : await Entity(type.GetGenericArguments()[0]);
        return made.Id.ToString();
    }

    static JsonValue Number(RecordField field)
    {
        if (field.Attributes.OfType<AllowedValuesAttribute>().FirstOrDefault() is { } allowed)
            return JsonValue.Create(Convert.ToInt64(allowed.Values[0], System.Globalization.CultureInfo.InvariantCulture));
        return JsonValue.Create(SampleTexts.Accepts(field, 1) ? 1 : Convert.ToInt64(field.Attributes.OfType<RangeAttribute>().First().Minimum, System.Globalization.CultureInfo.InvariantCulture));
    }
}
