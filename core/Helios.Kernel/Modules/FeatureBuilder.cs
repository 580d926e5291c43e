using Helios.Kernel.Commands;
using Helios.Kernel.Entities;
using Helios.Kernel.Events.Following;
using Helios.Kernel.Jobs;
using Helios.Kernel.Queries;
using Helios.Kernel.Scopes;
using Microsoft.EntityFrameworkCore;

namespace Helios.Kernel.Modules;

/// <summary>What a feature declares itself with. What exists is what is declared here; nothing is found by scanning.</summary>
public sealed class FeatureBuilder
{
    readonly Registry registry;

    internal FeatureBuilder(Registry registry, Module module, Feature feature)
    {
        this.registry = registry;
        Module = module;
        Feature = feature;
    }

    /// <summary>The module that the feature belongs to.</summary>
    public Module Module { get; }

    public Feature Feature { get; }

    /// <summary>Declares a kind of entity.</summary>
    /// <param name="name">The immutable name, such as <c>ticket</c>.</param>
    /// <param name="prefix">Begins its keys, such as T in T-1042.</param>
    /// <param name="label">What people call one and many of them.</param>
    /// <param name="icon">Its icon in the sprite.</param>
    /// <param name="page">Its page below the organization, such as <c>/desk/tickets/{key}</c>.</param>
    public KindDeclaration<T> Kind<T>(string name, string prefix, (string One, string Many) label, string icon, string page)
        where T : Entity =>
        registry.Add(new KindDeclaration<T>(Module, name, prefix, label, icon, page));

    /// <summary>Declares rows without a page that inputs may name by <see cref="RowRef{T}"/>. Those of an entity follow it; say what else an actor must be.</summary>
    /// <param name="noun">What people call one.</param>
    /// <param name="visible">The rows that an actor may see; left out where the entity decides alone.</param>
    public FeatureBuilder Row<T>(string noun, Func<IQueryable<T>, Actor, IQueryable<T>>? visible = null)
        where T : class
    {
        if (visible is null && !typeof(T).IsAssignableTo(typeof(IChildRow)))
            throw new InvalidOperationException($"{typeof(T).Name} belongs to no entity. Say who may see its rows.");
        registry.Add(new RowDeclaration<T>(Module, noun, visible ?? ((rows, _) => rows)));
        return this;
    }

    /// <summary>Maps a table: <c>feature.Table(TicketTable.Map)</c>.</summary>
    public FeatureBuilder Table(Action<ModelBuilder> map)
    {
        registry.AddTable(map);
        return this;
    }

    /// <summary>Declares a permission, what it means, and which stock roles have it from the start (owners have every one).</summary>
    public FeatureBuilder Permission(string name, string meaning, params string[] roles)
    {
        registry.Add(new PermissionDeclaration(Module, name, meaning, roles));
        return this;
    }

    /// <summary>Declares a command.</summary>
    /// <param name="name">The immutable name, such as <c>tickets.assign</c>.</param>
    /// <param name="permission">What the actor must be permitted; null only together with <see cref="CommandDeclaration.Anonymous"/> or <see cref="CommandDeclaration.Guest"/>.</param>
    /// <param name="happened">The event's name in the past tense, such as TicketAssigned.</param>
    public CommandDeclaration Command<TCommand>(string name, string? permission, string happened) =>
        registry.Add(CommandDeclaration.For(typeof(TCommand), Module, name, permission, happened));

    /// <summary>Declares a query.</summary>
    public QueryDeclaration Query<TQuery>(string name, string? permission) =>
        registry.Add(QueryDeclaration.For(typeof(TQuery), Module, name, permission));

    /// <summary>Declares a job: work that survives the process and may take its time.</summary>
    public FeatureBuilder Job<TPayload, THandler>(string name)
        where THandler : class, IJobHandler<TPayload>
    {
        registry.Add(new JobDeclaration<TPayload, THandler>(Module, name));
        return this;
    }

    /// <summary>Declares work that Helios starts by itself, again and again.</summary>
    /// <param name="name">The immutable name.</param>
    /// <param name="every">The time between two starts.</param>
    public FeatureBuilder Every<THandler>(string name, TimeSpan every)
        where THandler : class, IRecurring
    {
        registry.Add(new RecurringDeclaration(Module, name, every, typeof(THandler)));
        return this;
    }

    /// <summary>Declares work that follows the sealed events of every organization: each is handed to it once, in order.</summary>
    /// <param name="name">The immutable name.</param>
    public FeatureBuilder Follow<THandler>(string name)
        where THandler : class, IEventFollower
    {
        registry.Add(new FollowerDeclaration(Module, name, typeof(THandler)));
        return this;
    }

    /// <summary>Names the sentence for a unique constraint, so that a clash reads as a conflict on a field.</summary>
    public FeatureBuilder Unique(string constraint, string field, string text)
    {
        registry.Add(new UniqueDeclaration(constraint, field, text));
        return this;
    }

    /// <summary>Adds something that another part of the house collects: a panel, a tile, a navigation item, a list's fields.</summary>
    public FeatureBuilder Contribute(object contribution)
    {
        registry.Contribute(Module, contribution);
        return this;
    }
}
