using Helios.Kernel.Commands;
using Helios.Kernel.Entities;
using Helios.Kernel.Input;

namespace Helios.Tests.Growing;

/// <summary>Which declared command makes which kind of entity and which sort of row. Found by running them, not by their names.</summary>
public sealed class Makers
{
    readonly Dictionary<string, Declared> kinds = new(StringComparer.Ordinal);
    readonly Dictionary<Type, Declared> rows = [];
    readonly Dictionary<string, Type> typesOfKinds = new(StringComparer.Ordinal);

    /// <summary>Runs every command whose result names something new, until no more kinds turn up.</summary>
    public async Task Discover(GrowingHouse house)
    {
        var sampler = new Sampler(house, house.Larkspur, house.Larkspur.Owner);
        var waiting = house.Registry.Commands.Where(MayMake).Select(Declared.Of).ToList();
        for (var before = -1; before != waiting.Count;)
        {
            before = waiting.Count;
            foreach (var command in waiting.Where(command => Knows(command.Input)).ToList())
            {
                waiting.Remove(command);
                await Note(house, command, await Run(sampler, command));
            }
        }

        Check(house);
    }

    /// <summary>The command that makes a kind, or null.</summary>
    public Declared? Of(KindDeclaration kind) => kinds.GetValueOrDefault(kind.Name);

    public Task<Made> Make(Sampler sampler, KindDeclaration kind) => Run(sampler, kinds[kind.Name]);

    public Task<Made> Make(Sampler sampler, Type row) => Run(sampler, rows[row]);

    /// <summary>Gives a tenant something of everything: two of each kind, one of each row, for the owner and for whoever may make it himself.</summary>
    public async Task Furnish(GrowingHouse house, Tenant tenant)
    {
        foreach (var viewer in tenant.Members.Values)
        {
            var sampler = new Sampler(house, tenant, viewer);
            foreach (var maker in kinds.Values.Concat(rows.Values).Where(maker => maker.Admits(house.Registry, viewer.Actor)))
                await Run(sampler, maker, isFull: viewer.Actor.IsStaff);
        }
    }

    /// <summary>A result with an id, made from nothing that is changed: or from a target, where rows come from.</summary>
    static bool MayMake(CommandDeclaration command) =>
        command.ResultType.GetProperty("Id")?.PropertyType == typeof(Guid)
        && (command.ResultType.GetProperty("Key") is null || !HasTarget(command.InputType));

    static bool HasTarget(Type input) => RecordContract.Of(input).Fields.Any(field => field.Attributes.OfType<TargetAttribute>().Any());

    /// <summary>Whether everything that the input must name can be made by now.</summary>
    bool Knows(Type input) => RecordContract.Of(input).Fields.Where(field => field.IsRequired && field.Shape.Kind == ValueKind.Reference).All(field =>
    {
        var type = field.Shape.Bare.GetGenericArguments()[0];
        return type == typeof(Entity) ? kinds.Count > 0 : kinds.Values.Any(maker => Makes(maker, type)) || rows.ContainsKey(type) || Recipes.Rows.ContainsKey(type);
    });

    bool Makes(Declared maker, Type type) => kinds.Any(known => known.Value == maker && typesOfKinds.GetValueOrDefault(known.Key) == type);

    async Task Note(GrowingHouse house, Declared command, Made made)
    {
        if (await house.One<string>("select kind from entity where id = $1", made.Id) is { } name)
        {
            kinds.TryAdd(name, command);
            typesOfKinds.TryAdd(name, house.Registry.Kind(name)!.Type);
            return;
        }

        await using var db = house.Context(house.Larkspur.Owner);
        foreach (var row in house.Registry.Rows)
        {
            var table = db.Model.FindEntityType(row.Type)!;
            var schema = table.FindAnnotation("Relational:Schema")?.Value ?? "public";
            if (await house.One<long>($"select count(*) from {schema}.\"{table.FindAnnotation("Relational:TableName")!.Value}\" where id = $1", made.Id) > 0)
                rows.TryAdd(row.Type, command);
        }
    }

    void Check(GrowingHouse house)
    {
        var missing = house.Registry.Kinds.Where(kind => !kinds.ContainsKey(kind.Name)).Select(kind => $"the kind {kind.Name}")
            .Concat(house.Registry.Rows.Where(row => !rows.ContainsKey(row.Type) && !Recipes.Rows.ContainsKey(row.Type)).Select(row => $"the row {row.Type.Name}"))
            .ToList();
        if (missing.Count > 0)
            throw new InvalidOperationException(
                $"No declared command makes {string.Join(", ", missing)}. A maker's result has the Id of what it made, and the Key of an entity; else add a recipe to Recipes.Rows (tests/Helios.Tests/Growing).");
    }

    static async Task<Made> Run(Sampler sampler, Declared maker, bool isFull = false)
    {
        var outcome = await Samples.Run(sampler, maker, isFull);
        if (!outcome.Succeeded)
            throw new InvalidOperationException(Samples.Complaint(maker, outcome.Problem));
        var result = outcome.Value;
        return new Made((Guid)result.GetType().GetProperty("Id")!.GetValue(result)!, result.GetType().GetProperty("Key")?.GetValue(result) as string);
    }
}
