using Helios.Kernel.Commands;
using Helios.Kernel.Effects;
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
        registry.Add(new RowDeclaration<T>(Module, noun, (rows, scope) => visible?.Invoke(rows, scope.Actor) ?? rows));
        return this;
    }

    /// <summary>Declares rows in schema <c>platform</c> that inputs may name; nothing but the condition keeps organizations apart there.</summary>
    /// <param name="noun">What people call one.</param>
    /// <param name="visible">The rows of the organization, given its id, that an actor may see.</param>
    public FeatureBuilder PlatformRow<T>(string noun, Func<IQueryable<T>, Guid, Actor, IQueryable<T>> visible)
        where T : class
    {
        registry.Add(new RowDeclaration<T>(Module, noun, (rows, scope) => visible(rows, scope.OrganizationId, scope.Actor)));
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
    /// <param name="name">The immutable name, such as <c>imports.run</c>.</param>
    /// <param name="label">What people read in the list of jobs, such as "Import a file".</param>
    /// <param name="isAwaited">Somebody waits for it, so it never stands behind long work.</param>
    public FeatureBuilder Job<TPayload, THandler>(string name, string? label = null, bool isAwaited = false)
        where THandler : class, IJobHandler<TPayload>
    {
        registry.Add(new JobDeclaration<TPayload, THandler>(Module, name, label) { IsAwaited = isAwaited });
        return this;
    }

    /// <summary>Declares who is told when a job of an organization gives up: in the same transaction as its end, by a job of its own.</summary>
    public FeatureBuilder WhenJobDies<THandler>(string label)
        where THandler : class, IJobHandler<DeadJob> => Job<DeadJob, THandler>(DeadJob.JobName, label);

    /// <summary>Declares an effect on the outside world: commands commit to it with <see cref="CommandContext.Call"/>.</summary>
    /// <param name="name">The immutable name, such as <c>alerts.post</c>.</param>
    /// <param name="label">What people read while they wait, such as "Post an alert".</param>
    public EffectDeclaration Effect<TRequest, THandler>(string name, string label)
        where THandler : class, IEffect<TRequest> => registry.Add(new EffectDeclaration<TRequest, THandler>(Module, name, label));

    /// <summary>Declares a job that every organization has run at certain times of its zone; an admin can change or switch off the times.</summary>
    /// <param name="name">The immutable name, such as <c>tickets.close_resolved</c>.</param>
    /// <param name="label">What people read in the list of schedules.</param>
    /// <param name="times">What <see cref="DueTimes"/> reads, such as <c>daily 03:10</c>.</param>
    public FeatureBuilder Schedule<THandler>(string name, string label, string times)
        where THandler : class, IJobHandler<Scheduled>
    {
        var due = DueTimes.Read(times) ?? throw new InvalidOperationException($"The schedule {name} has no due times in “{times}”. Write daily 03:10, or a cron expression.");
        var job = new JobDeclaration<Scheduled, THandler>(Module, name, label);
        registry.Add(job);
        registry.Add(new ScheduleDeclaration(job, due));
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
