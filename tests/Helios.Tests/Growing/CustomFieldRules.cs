using System.Text.Json;
using System.Text.Json.Nodes;
using Helios.Core.CustomFields.Commands;
using Helios.Kernel.CustomFields;
using Helios.Kernel.Entities;
using Helios.Kernel.Input;
using Helios.Kernel.Queries;
using Helios.Kernel.Scopes;

namespace Helios.Tests.Growing;

/// <summary>Each type of custom field on each kind that has them: made, read, listed, filtered, searched, changed, emptied, told.</summary>
sealed class CustomFieldRules(GrowingHouse house)
{
    /// <summary>Kinds that are made by hand and have no custom fields, and why.</summary>
    static readonly Dictionary<string, string> Apart = new(StringComparer.Ordinal)
    {
        ["alert"] = "A machine says what is in it; what people write down about it stands on the ticket.",
        ["bulk"] = "It is one act on many records, not a record that anybody keeps.",
        ["field"] = "It is itself the definition of a field.",
        ["import"] = "It is one act on many records, not a record that anybody keeps.",
        ["secret"] = "What is written beside a secret would be read by whoever may not reveal it.",
    };

    /// <summary>The other suites fill the same house, so what matters may stand on any page of a list.</summary>
    const int PageSize = 50;

    readonly List<string> violations = [];

    /// <summary>The kinds whose commands take custom fields.</summary>
    public IEnumerable<KindDeclaration> Kinds => house.Registry.Kinds.Where(kind => Takes(kind).Any());

    public async Task<List<string>> Violations()
    {
        foreach (var kind in Kinds)
            foreach (var type in Enum.GetValues<CustomFieldType>())
                await Field(kind, type);
        return violations;
    }

    /// <summary>Kinds that can be made by hand and have no custom fields.</summary>
    public IEnumerable<string> Without() => house.Registry.Kinds
        .Where(kind => house.Makers.Of(kind) is { Command: { } maker } && maker.RestRoute is not null && !Takes(kind).Any() && !Apart.ContainsKey(kind.Name))
        .Select(kind => $"The kind {kind.Name} takes no custom fields. Give the inputs that make and change it “public CustomFieldInput<{kind.Type.Name}>? CustomFields {{ get; init; }}”.");

    IEnumerable<Declared> Takes(KindDeclaration kind) => house.Everything.Where(declared => declared.IsCommand && declared.Input.GetProperties().Any(property => property.PropertyType == typeof(CustomFieldInput<>).MakeGenericType(kind.Type)));

    async Task Field(KindDeclaration kind, CustomFieldType type)
    {
        var owner = house.Larkspur.Owner;
        var definition = CustomFieldSamples.Definition(type, $"Привет {type}", "internal");
        definition["kind"] = kind.Name;
        if (type is not (CustomFieldType.Choice or CustomFieldType.Choices))
            definition.Remove("choices");
        var made = (FieldChanged)(await Samples.Send(house, Named("fields.create"), definition, owner)).Expect();
        var scope = await house.Customized(owner);
        var (person, other) = (owner.Actor.UserId!.Value, house.Larkspur.Members[Roles.ItStaff].Actor.UserId!.Value);
        var (first, second) = CustomFieldSamples.Values(type, person, other);
        var what = $"The custom field {type} of {kind.Name}";

        var (one, two) = (await Make(kind, made.ApiName, first, scope), await Make(kind, made.ApiName, second, scope));
        var empty = await Make(kind, made.ApiName, null, scope);
        await Read(what + " as it was made", kind, one, made.ApiName, first, scope);
        foreach (var filter in CustomFieldSamples.Filters(type, person))
            await Filtered(what, kind, made.ApiName + filter.Replace("{0}", made.ApiName, StringComparison.Ordinal), [one], [two, empty], scope);
        if (type != CustomFieldType.LongText)
        {
            await Filtered(what, kind, made.ApiName + ":none", [empty], [one, two], scope);
            await Filtered(what, kind, made.ApiName + ":any", [one, two], [empty], scope);
        }

        await Change(what, kind, two, made.ApiName, first, scope);
        await Change(what, kind, two, made.ApiName, null, scope);
        if (type != CustomFieldType.LongText)
            await Filtered(what, kind, made.ApiName + ":any", [one], [two], scope);
        (await Samples.Send(house, Named("fields.archive"), new JsonObject { ["field"] = made.Key }, owner)).Expect();
    }

    async Task<Guid> Make(KindDeclaration kind, string name, JsonNode? value, Scope scope)
    {
        var maker = house.Makers.Of(kind)!;
        var sent = await new Sampler(house, house.Larkspur, scope).Input(maker, isFull: false);
        sent["customFields"] = value is null ? [] : new JsonObject { [name] = value.DeepClone() };
        var result = (await Samples.Send(house, maker, sent, scope)).Expect();
        return (Guid)result.GetType().GetProperty("Id")!.GetValue(result)!;
    }

    async Task Read(string what, KindDeclaration kind, Guid id, string name, JsonNode? expected, Scope scope)
    {
        var getter = house.Everything.Single(declared => declared.Query is { } query && RecordContract.Of(query.InputType).Fields is [var only] && only.Shape.Bare == typeof(EntityRef<>).MakeGenericType(kind.Type)
            && query.ResultType.GetProperty("CustomFields") is not null);
        var result = (await Samples.Send(house, getter, new JsonObject { [RecordContract.Of(getter.Input).Fields[0].Name] = id.ToString() }, scope)).Expect();
        var read = JsonSerializer.SerializeToNode(result, result.GetType(), HeliosJson.Options)!["customFields"]![name];
        if (!JsonNode.DeepEquals(read, expected))
            violations.Add($"{what} reads {read?.ToJsonString() ?? "nothing"} in {getter}, and should read {expected?.ToJsonString() ?? "nothing"}.");
    }

    async Task Filtered(string what, KindDeclaration kind, string filter, Guid[] found, Guid[] missing, Scope scope)
    {
        var ids = await List(kind, filter, scope);
        if (Array.Find(found, id => !ids.Contains(id)) is var lost && lost != Guid.Empty)
            violations.Add($"{what}: the filter {filter} does not find what it should.");
        if (Array.Find(missing, ids.Contains) is var wrong && wrong != Guid.Empty)
            violations.Add($"{what}: the filter {filter} finds what it should not.");
    }

    async Task<HashSet<Guid>> List(KindDeclaration kind, string filter, Scope scope)
    {
        var list = house.Everything.Single(declared => declared.Query is { } query && typeof(ListInput).IsAssignableFrom(query.InputType) && query.Name == house.Makers.Of(kind)!.Name.Split('.')[0] + ".list");
        HashSet<Guid> found = [];
        string? after = null;
        do
        {
            var outcome = await Samples.Send(house, list, new JsonObject { ["q"] = filter, ["limit"] = PageSize, ["after"] = after }, scope);
            if (!outcome.Succeeded)
            {
                violations.Add($"{list} refuses the filter {filter}: {outcome.Problem.Text}");
                return [];
            }

            var json = JsonSerializer.SerializeToNode(outcome.Value, outcome.Value.GetType(), HeliosJson.Options)!;
            found.UnionWith(json["items"]!.AsArray().Select(item => Guid.Parse((string)item!["id"]!)));
            after = (string?)json["next"];
        }
        while (after is not null);
        return found;
    }

    async Task Change(string what, KindDeclaration kind, Guid id, string name, JsonNode? value, Scope scope)
    {
        if (Takes(kind).FirstOrDefault(declared => RecordContract.Of(declared.Input).Fields.Any(field => field.Attributes.OfType<Kernel.Commands.TargetAttribute>().Any())) is not { Input: not null } update)
        {
            violations.Add($"{what}: no command that changes one takes custom fields. Add the property CustomFieldInput<{kind.Type.Name}>? CustomFields to it.");
            return;
        }

        var target = RecordContract.Of(update.Input).Fields.Single(field => field.Attributes.OfType<Kernel.Commands.TargetAttribute>().Any()).Name;
        var request = $"custom-{house.Next()}";
        var sent = new JsonObject { [target] = id.ToString(), ["customFields"] = new JsonObject { [name] = value?.DeepClone() } };
        (await Samples.Send(house, update, sent, scope with { RequestId = request })).Expect();
        await Read($"{what} after {update}", kind, id, name, value, scope);
        var told = await house.One<string>("select d.body from event e join event_detail d on d.event_id = e.id where e.request_id = $1", request);
        if (told?.Contains($"\"customFields.{name}\"", StringComparison.Ordinal) != true)
            violations.Add($"{what}: the event of {update} does not tell it.");
        if (await house.One<string>("select audience from event where request_id = $1", request) != "internal")
            violations.Add($"{what}: requesters read the event of {update}, though the field is for staff.");
    }

    Declared Named(string name) => house.Everything.Single(declared => declared.Name == name);
}
