using System.Text.Json;
using Helios.Kernel.CustomFields;
using Helios.Kernel.Data;
using Helios.Kernel.Effects;
using Helios.Kernel.Entities;
using Helios.Kernel.Events;
using Helios.Kernel.Input;
using Helios.Kernel.Jobs;
using Helios.Kernel.Modules;
using Helios.Kernel.Problems;
using Helios.Kernel.Scopes;

namespace Helios.Kernel.Commands;

/// <summary>What a command's handler may know and ask for besides its input.</summary>
public sealed class CommandContext
{
    readonly HeliosDb db;
    readonly Registry registry;
    readonly KeyAllocator keys;

    internal CommandContext(
        HeliosDb db, Registry registry, KeyAllocator keys, CommandDeclaration declared, CommandOptions options, DateTimeOffset now, CancellationToken stop)
    {
        this.db = db;
        this.registry = registry;
        this.keys = keys;
        Now = now;
        Run = Guid.CreateVersion7(now);
        Command = declared.Name;
        DeclaredAudience = declared.EventAudience;
        Audience = declared.EventAudience;
        Why = options.Why;
        IsDryRun = options.DryRun;
        Stop = stop;
    }

    public Scope Scope => db.Scope!;

    public Actor Actor => Scope.Actor;

    /// <summary>The time of the command, in UTC, to the microsecond that the database keeps.</summary>
    public DateTimeOffset Now { get; }

    /// <summary>The run's own id, which its events share and by which it can be undone; keep it where many runs are to be undone at once.</summary>
    public Guid Run { get; }

    /// <summary>Whether all of this will be rolled back: a handler that reaches beyond the transaction must not.</summary>
    public bool IsDryRun { get; }

    public CancellationToken Stop { get; }

    /// <summary>Who may read the event; the declaration's word unless the handler knows better.</summary>
    public string Audience { get; set; }

    /// <summary>The reason that the event keeps.</summary>
    public string? Why { get; set; }

    /// <summary>The name under which the events stand: of an undo that of the command whose run it takes back.</summary>
    internal string Command { get; private set; }

    /// <summary>Whether this run does again what an undo had taken back.</summary>
    public bool IsRedo => Undoes is { Redid: not null };

    /// <summary>The run that is taken back, and what it did or did again.</summary>
    internal (Guid Run, string? Undid, string? Redid)? Undoes { get; private set; }

    /// <summary>Whether anything was enqueued, so that workers are woken after the commit.</summary>
    internal bool Enqueued { get; private set; }

    /// <summary>Who may read the event as far as the declaration says.</summary>
    internal string DeclaredAudience { get; }

    /// <summary>The entities that the handler made, in order.</summary>
    internal List<Entity> Made { get; } = [];

    /// <summary>The events of what changed, to be written behind its rows.</summary>
    internal List<(EventRow Event, EventDetail Detail)> Events { get; } = [];

    /// <summary>Changes that the handler told.</summary>
    internal List<(Guid Entity, FieldChange Change)> Told { get; } = [];

    /// <summary>Gives a new entity its key and adds it.</summary>
    public async Task<T> Add<T>(T entity)
        where T : Entity
    {
        entity.OrganizationId = Scope.OrganizationId;
        entity.Key = IsDryRun ? keys.StandIn(typeof(T)) : await keys.Next(Scope.OrganizationId, typeof(T), Stop);
        entity.CreatedAt = Now;
        entity.UpdatedAt = Now;
        db.Add(entity);
        Made.Add(entity);
        return entity;
    }

    /// <summary>Sets custom fields from texts, as a row of a file has them. Nothing is set when one of them is wrong.</summary>
    /// <param name="entity">A tracked entity.</param>
    /// <param name="texts">The texts by API name; an empty one is left out.</param>
    /// <param name="isNew">Whether it is being made: then defaults and needed fields count.</param>
    /// <returns>What is wrong.</returns>
    public async Task<IReadOnlyList<FieldProblem>> SetCustomFields(Entity entity, IReadOnlyDictionary<string, string> texts, bool isNew)
    {
        var sent = texts.Where(text => text.Value.Length > 0).ToDictionary(text => text.Key, text => JsonSerializer.SerializeToElement(text.Value), StringComparer.Ordinal);
        var work = new CustomFieldWork(entity.GetType(), sent, Scope, isText: true, isNew);
        var problem = work.Problems.Count > 0 ? Problem.Invalid(work.Problems) : await work.Resolve(db, registry, Stop) ?? work.Write(entity);
        return problem?.Fields ?? [];
    }

    /// <summary>Hands work to a job, in this transaction: it runs if and only if the change is committed.</summary>
    /// <param name="name">The declared name of the job.</param>
    /// <param name="payload">What it needs to know; no secrets.</param>
    /// <param name="subject">The row that the work is about.</param>
    public Job Enqueue<TPayload>(string name, TPayload payload, Guid? subject = null)
    {
        var job = new Job
        {
            OrganizationId = Scope.Organization?.Id,
            Name = name,
            Payload = JsonSerializer.Serialize(payload, HeliosJson.Options),
            RunAt = Now,
            CreatedAt = Now,
            AccountId = Actor.AccountId,
            SubjectId = subject,
        };
        db.Add(job);
        Enqueued = true;
        return job;
    }

    /// <summary>Commits to an effect on the outside world: the calls are made if and only if the change is committed, each with a result of its own.</summary>
    /// <param name="name">The declared name of the effect.</param>
    /// <param name="subject">The entity that it is about.</param>
    /// <param name="items">The calls, at least one.</param>
    /// <returns>The operation, which the command gives back where its caller needs the outcome.</returns>
    public OperationView Call<TRequest>(string name, Guid? subject, IReadOnlyList<EffectItem<TRequest>> items)
    {
        if (items.Count == 0)
            throw new ArgumentException("An effect without a call is none.", nameof(items));
        var operation = new Operation { OrganizationId = Scope.OrganizationId, Name = name, AccountId = Actor.AccountId, SubjectId = subject, CreatedAt = Now };
        db.Add(operation);
        var calls = items.Select((item, index) => new OperationItem
        {
            OrganizationId = Scope.OrganizationId,
            OperationId = operation.Id,
            Number = index + 1,
            Label = item.Label,
            Request = JsonSerializer.Serialize(item.Request, HeliosJson.Options),
            NextAt = Now,
        }).ToList();
        db.AddRange(calls);
        Enqueue(RunOperation.Name, new RunOperation.Work(operation.Id), operation.Id);
        return new OperationView(
            operation.Id, name, name, operation.State, Now, null, [.. calls.Select(call => new OperationItemView(call.Number, call.Label, call.State, 0, null, null))]);
    }

    /// <summary>The command made or changed a job by itself: workers look for it at once after the commit.</summary>
    public void WakeWorkers() => Enqueued = true;

    /// <summary>Tells a change that no row of the entity shows (a setting, a password) in the entity's event.</summary>
    /// <param name="about">An entity that the command has loaded: the person whose account it is, or who did it.</param>
    /// <param name="field">The field's name on the wire.</param>
    /// <param name="old">What it held; nothing secret.</param>
    /// <param name="now">What it holds; nothing secret.</param>
    public void Tell(Entity about, string field, object? old, object? now) =>
        Told.Add((about.Id, new FieldChange(field, Json(old), Json(now))));

    /// <summary>Goes on in this organization: for set-up, which makes it, and invitations, which name it.</summary>
    public void EnterOrganization(OrganizationScope organization) => db.EnterOrganization(organization);

    /// <summary>From now on this run takes another one back, and its events say so.</summary>
    internal void TakeBack(Guid run, string command, (string Action, EventBody Body) first)
    {
        Command = command;
        Undoes = first.Body.Undid is { } undid ? (run, null, undid) : (run, first.Body.Redid ?? first.Action, null);
    }

    static JsonElement? Json(object? value) => value is null ? null : JsonSerializer.SerializeToElement(value, value.GetType(), HeliosJson.Options);
}
