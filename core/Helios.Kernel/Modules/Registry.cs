using System.Collections.Concurrent;
using System.Collections.Frozen;
using Helios.Kernel.Commands;
using Helios.Kernel.Effects;
using Helios.Kernel.Entities;
using Helios.Kernel.Events.Following;
using Helios.Kernel.Input;
using Helios.Kernel.Jobs;
using Helios.Kernel.Labeling;
using Helios.Kernel.Queries;
using Helios.Kernel.Scopes;
using Microsoft.EntityFrameworkCore;

namespace Helios.Kernel.Modules;

/// <summary>Everything that is declared: one list of kinds, commands, queries, permissions and jobs, made once at start.</summary>
public sealed class Registry
{
    readonly List<KindDeclaration> kinds = [];
    readonly List<RowDeclaration> rows = [];
    readonly List<CommandDeclaration> commands = [];
    readonly List<QueryDeclaration> queries = [];
    readonly List<PermissionDeclaration> permissions = [];
    readonly List<JobDeclaration> jobs = [];
    readonly List<ScheduleDeclaration> schedules = [];
    readonly List<EffectDeclaration> effects = [];
    readonly List<RecurringDeclaration> recurring = [];
    readonly List<FollowerDeclaration> followers = [];
    readonly List<UniqueDeclaration> uniques = [];
    readonly List<Action<ModelBuilder>> tables = [];
    readonly List<(Module Module, object Value)> contributions = [];
    readonly ConcurrentDictionary<Type, object> contributionsByType = new();
    bool isFrozen;
    FrozenDictionary<Type, CommandDeclaration> commandsByInput = FrozenDictionary<Type, CommandDeclaration>.Empty;
    FrozenDictionary<string, CommandDeclaration> commandsByName = FrozenDictionary<string, CommandDeclaration>.Empty;
    FrozenDictionary<Type, QueryDeclaration> queriesByInput = FrozenDictionary<Type, QueryDeclaration>.Empty;
    FrozenDictionary<Type, KindDeclaration> kindsByType = FrozenDictionary<Type, KindDeclaration>.Empty;
    FrozenDictionary<string, KindDeclaration> kindsByName = FrozenDictionary<string, KindDeclaration>.Empty;
    FrozenDictionary<string, IReadOnlySet<string>> roles = FrozenDictionary<string, IReadOnlySet<string>>.Empty;

    Registry(IReadOnlyList<Module> modules) => Modules = modules;

    /// <summary>The modules, those that others need first.</summary>
    public IReadOnlyList<Module> Modules { get; }

    public IReadOnlyList<KindDeclaration> Kinds => kinds;

    /// <summary>The rows without a page that inputs may name.</summary>
    public IReadOnlyList<RowDeclaration> Rows => rows;

    public IReadOnlyList<CommandDeclaration> Commands => commands;

    public IReadOnlyList<QueryDeclaration> Queries => queries;

    public IReadOnlyList<PermissionDeclaration> Permissions => permissions;

    public IReadOnlyList<JobDeclaration> Jobs => jobs;

    /// <summary>The jobs that come at times of their own.</summary>
    public IReadOnlyList<ScheduleDeclaration> Schedules => schedules;

    /// <summary>The effects on the outside world.</summary>
    public IReadOnlyList<EffectDeclaration> Effects => effects;

    public IReadOnlyList<RecurringDeclaration> Recurring => recurring;

    /// <summary>What follows the sealed events.</summary>
    public IReadOnlyList<FollowerDeclaration> Followers => followers;

    /// <summary>The classes of the kinds that can have custom fields: those whose commands take them.</summary>
    public IReadOnlySet<Type> Customizable { get; private set; } = FrozenSet<Type>.Empty;

    /// <summary>The words of the declarations, for whoever chose none of his own.</summary>
    public Labels StockLabels { get; private set; } = Labels.Plain;

    /// <summary>What the organization of the scope calls kinds and places.</summary>
    public Labels LabelsOf(Scope scope) => scope.Organization?.Labels ?? StockLabels;

    /// <summary>The mappings that features add to the model.</summary>
    public IReadOnlyList<Action<ModelBuilder>> Tables => tables;

    /// <summary>Names the set of modules with their versions and builds.</summary>
    public string Fingerprint => string.Join(' ', Modules.Select(module => $"{module.Id}@{module.Assembly.ManifestModule.ModuleVersionId:N}"));

    /// <summary>Asks every feature for its declaration and checks that the whole makes sense.</summary>
    /// <exception cref="InvalidOperationException">Two declarations clash, or one lacks what it must say.</exception>
    public static Registry Build(IReadOnlyList<Module> modules)
    {
        var registry = new Registry(modules);
        foreach (var module in modules)
            foreach (var feature in module.Features)
                feature.Declare(new FeatureBuilder(registry, module, feature));
        registry.Freeze();
        return registry;
    }

    public CommandDeclaration Command(Type input) => commandsByInput.GetValueOrDefault(input)
        ?? throw new InvalidOperationException($"The command {input.Name} is not declared by any feature.");

    /// <summary>The command with this immutable name, or null.</summary>
    public CommandDeclaration? CommandNamed(string name) => commandsByName.GetValueOrDefault(name);

    /// <summary>The list of a kind, or null where it has none.</summary>
    public ListDeclaration? ListOf(KindDeclaration kind) =>
        contributions.Select(known => known.Value).OfType<ListDeclaration>().FirstOrDefault(list => list.RowType == kind.Type);

    public QueryDeclaration Query(Type input) => queriesByInput.GetValueOrDefault(input)
        ?? throw new InvalidOperationException($"The query {input.Name} is not declared by any feature.");

    public KindDeclaration Kind(Type type) => kindsByType.GetValueOrDefault(type)
        ?? throw new InvalidOperationException($"The kind {type.Name} is not declared by any feature.");

    public RowDeclaration Row(Type type) => rows.Find(row => row.Type == type)
        ?? throw new InvalidOperationException($"The row {type.Name} is not declared by any feature.");

    public KindDeclaration<T> Kind<T>()
        where T : Entity => (KindDeclaration<T>)Kind(typeof(T));

    public KindDeclaration? Kind(string name) => kindsByName.GetValueOrDefault(name);

    /// <summary>The kind whose keys begin with this prefix (<c>T</c> of T-1042), or null.</summary>
    public KindDeclaration? KindByPrefix(string prefix) =>
        kinds.Find(kind => string.Equals(kind.Prefix, prefix, StringComparison.OrdinalIgnoreCase));

    /// <summary>The permissions of a stock role. Owners have every one.</summary>
    public IReadOnlySet<string> PermissionsOf(string role) => roles.GetValueOrDefault(role) ?? FrozenSet<string>.Empty;

    /// <summary>The sentence for a unique constraint, or null where none is declared.</summary>
    public UniqueDeclaration? Unique(string? constraint) =>
        uniques.Find(unique => string.Equals(unique.Constraint, constraint, StringComparison.Ordinal));

    /// <summary>What modules added of one sort, in module order.</summary>
    /// <remarks>Every page asks for a dozen sorts, so the answers are kept once nothing can be added any more.</remarks>
    public IReadOnlyList<Contribution<T>> Contributions<T>() =>
        isFrozen ? (IReadOnlyList<Contribution<T>>)contributionsByType.GetOrAdd(typeof(T), _ => Collect<T>()) : Collect<T>();

    /// <summary>The list of a kind, where there is one that the actor of the scope may ask.</summary>
    public ListDeclaration? List(string kind, Scope scope)
    {
        if (Kind(kind) is not { } declared || scope.Organization?.ModulesOff.Contains(declared.Module.Id) != false)
            return null;
        var list = Contributions<ListDeclaration>().FirstOrDefault(list => list.Value.RowType == declared.Type)?.Value;
        return list is not null && Query(list.Query).Allows(scope.Actor) ? list : null;
    }

    internal KindDeclaration<T> Add<T>(KindDeclaration<T> kind)
        where T : Entity
    {
        kinds.Add(kind);
        return kind;
    }

    internal void Add(RowDeclaration row) => rows.Add(row);

    internal CommandDeclaration Add(CommandDeclaration command)
    {
        commands.Add(command);
        return command;
    }

    internal QueryDeclaration Add(QueryDeclaration query)
    {
        queries.Add(query);
        return query;
    }

    internal void Add(PermissionDeclaration permission) => permissions.Add(permission);

    internal void Add(JobDeclaration job) => jobs.Add(job);

    internal EffectDeclaration Add(EffectDeclaration effect)
    {
        effects.Add(effect);
        return effect;
    }

    internal void Add(ScheduleDeclaration schedule) => schedules.Add(schedule);

    internal void Add(RecurringDeclaration work) => recurring.Add(work);

    internal void Add(FollowerDeclaration follower) => followers.Add(follower);

    internal void Add(UniqueDeclaration unique) => uniques.Add(unique);

    internal void AddTable(Action<ModelBuilder> map) => tables.Add(map);

    internal void Contribute(Module module, object value) => contributions.Add((module, value));

    Contribution<T>[] Collect<T>() => [.. contributions.Where(c => c.Value is T).Select(c => new Contribution<T>(c.Module, (T)c.Value))];

    void Freeze()
    {
        isFrozen = true;
        RegistryRules.Check(this);
        commandsByInput = commands.ToFrozenDictionary(command => command.InputType);
        commandsByName = commands.ToFrozenDictionary(command => command.Name, StringComparer.Ordinal);
        queriesByInput = queries.ToFrozenDictionary(query => query.InputType);
        kindsByType = kinds.ToFrozenDictionary(kind => kind.Type);
        kindsByName = kinds.ToFrozenDictionary(kind => kind.Name, StringComparer.Ordinal);
        Customizable = commands.Select(command => InputRules.Of(command.InputType).CustomFields?.PropertyType.GetGenericArguments()[0]).OfType<Type>().ToFrozenSet();
        AddTable(WithoutCustomFields);
        StockLabels = Labels.Of(this, FrozenDictionary<string, (string, string)>.Empty);
        roles = Roles.Assignable.ToFrozenDictionary(role => role, PermissionsFor, StringComparer.Ordinal);
    }

    /// <summary>What nobody can fill in has no column.</summary>
    void WithoutCustomFields(ModelBuilder model)
    {
        foreach (var kind in kinds.Where(kind => !Customizable.Contains(kind.Type)))
            model.Entity(kind.Type).Ignore(nameof(Entity.CustomFields));
    }

    IReadOnlySet<string> PermissionsFor(string role) => permissions
        .Where(permission => string.Equals(role, Roles.Owner, StringComparison.Ordinal) || permission.Roles.Contains(role, StringComparer.Ordinal))
        .Select(permission => permission.Name)
        .ToFrozenSet(StringComparer.Ordinal);
}
