using System.Text.Json.Nodes;
using Helios.Kernel.Entities;
using Helios.Kernel.Input;
using Helios.Kernel.Problems;

namespace Helios.Tests.Growing;

/// <summary>Nothing of one organization reaches another: neither what an input names, nor what an answer holds.</summary>
static class LeakRules
{
    /// <summary>References to what belongs to the other organization that are not refused, or whose refusal changed something.</summary>
    public static async Task<List<string>> ForeignReferences(GrowingHouse house, IEnumerable<Declared> everything)
    {
        var snapshots = await Snapshots.Of(house);
        List<string> violations = [];
        foreach (var declared in everything)
            foreach (var field in RecordContract.Of(declared.Input).Fields.Where(field => ReferenceOf(field) is not null))
                foreach (var foreign in await Foreign(house, ReferenceOf(field)!))
                    if (await Send(house, snapshots, declared, field, foreign) is { } violation)
                        violations.Add(violation);
        return violations;
    }

    /// <summary>Answers to the owner of one organization that hold an id or a key of the other.</summary>
    public static async Task<List<string>> ForeignAnswers(GrowingHouse house, IEnumerable<Declared> everything)
    {
        var foreign = await IdentifiersOf(house, house.Aster);
        List<string> violations = [];
        foreach (var query in everything.Where(declared => !declared.IsCommand))
        {
            var sampler = new Sampler(house, house.Larkspur, house.Larkspur.Owner);
            var outcome = await Samples.Send(house, query, Widest(query, await sampler.Input(query, isFull: false)), await sampler.Actor(query));
            if (!outcome.Succeeded)
                violations.Add(Samples.Complaint(query, outcome.Problem));
            else
                violations.AddRange(JsonStrings.Of(outcome.Value).Where(found => foreign.Contains(found.Text)).Select(found => $"{query} answers Larkspur with {found.Text} of Aster ({found.Path})."));
        }

        return violations;
    }

    /// <summary>As many rows as a query gives at once.</summary>
    public static JsonObject Widest(Declared query, JsonObject sent)
    {
        if (RecordContract.Of(query.Input).Field("limit") is { } limit)
            sent["limit"] = new[] { 1000, 200, 100, 50, 20 }.First(count => SampleTexts.Accepts(limit, count));
        return sent;
    }

    /// <summary>Every id and key that only this organization knows.</summary>
    public static async Task<HashSet<string>> IdentifiersOf(GrowingHouse house, Tenant tenant)
    {
        var id = tenant.Organization.Id;
        var columns = await house.Column<string>(
            """
            select table_schema || '.' || table_name || ' ' || column_name from information_schema.columns c
            where table_schema in ('public', 'platform') and data_type = 'uuid' and column_name not in ('organization_id', 'account_id')
              and exists (select from information_schema.columns o where o.table_schema = c.table_schema and o.table_name = c.table_name and o.column_name = 'organization_id')
            """);
        HashSet<string> found = [id.ToString(), tenant.Organization.Slug, .. await house.Column<string>("select key from entity where organization_id = $1 and key not in (select key from entity where organization_id <> $1)", id)];
        foreach (var (table, column) in columns.Select(pair => (pair.Split(' ')[0], pair.Split(' ')[1])))
            found.UnionWith(await house.Column<string>($"select \"{column}\"::text from {Snapshots.Quoted(table)} where organization_id = $1 and \"{column}\" is not null", id));
        foreach (var member in tenant.Members.Values)
            found.UnionWith([member.Actor.AccountId.ToString()!, member.Actor.CredentialId!]);
        return found;
    }

    /// <summary>The fields that may name an entity of this kind.</summary>
    public static IEnumerable<RecordField> References(Declared declared, Type kind) => RecordContract.Of(declared.Input).Fields.Where(field =>
        ReferenceOf(field) is { } reference && typeof(IEntityRef).IsAssignableFrom(reference) && reference.GetGenericArguments()[0].IsAssignableFrom(kind));

    /// <summary>Whether a reference was answered as something that does not exist.</summary>
    public static bool IsRefused(Outcome<object> outcome, string field) => outcome.Problem is { } problem && (problem.Kind == ProblemKind.NotFound
        || (problem.Kind == ProblemKind.Invalid && problem.Fields.Any(about => about.Field.Split('[')[0] == field)));

    static Type? ReferenceOf(RecordField field)
    {
        var shape = field.Shape.Kind == ValueKind.List ? field.Shape.Element! : field.Shape;
        return shape.Kind == ValueKind.Reference ? shape.Bare : null;
    }

    static async Task<List<string>> Foreign(GrowingHouse house, Type reference)
    {
        var sampler = new Sampler(house, house.Aster, house.Aster.Owner);
        var type = reference.GetGenericArguments()[0];
        if (typeof(IRowRef).IsAssignableFrom(reference))
            return [(await sampler.Row(type)).Id.ToString()];
        List<string> foreign = [];
        foreach (var kind in house.Registry.Kinds.Where(kind => type == typeof(Entity) || kind.Type == type))
        {
            var made = await sampler.Entity(kind.Type);
            foreign.AddRange([made.Id.ToString(), made.Key!]);
        }

        return foreign;
    }

    static async Task<string?> Send(GrowingHouse house, Snapshots snapshots, Declared declared, RecordField field, string foreign)
    {
        var sampler = new Sampler(house, house.Larkspur, house.Larkspur.Owner);
        var sent = await sampler.Input(declared, isFull: false);
        sent[field.Name] = field.Shape.Kind == ValueKind.List ? new JsonArray(foreign) : foreign;
        var scope = await sampler.Actor(declared);
        var before = await snapshots.Take();
        var outcome = await Samples.Send(house, declared, sent, scope);
        if (!IsRefused(outcome, field.Name))
            return $"{declared} with Aster's {foreign} in {field.Name} answers {outcome.Problem?.Code ?? "success"}; it must be not_found, or invalid for that field.";
        return await snapshots.ChangedSince(before) is { Count: > 0 } changed ? $"{declared} refused Aster's {foreign} and still changed {string.Join(", ", changed)}." : null;
    }
}
