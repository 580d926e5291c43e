using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Input;
using Helios.Kernel.Modules;
using Helios.Kernel.Problems;
using Helios.Kernel.Scopes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Helios.Kernel.Queries;

/// <summary>The one way to read: scope, module switch, permission, validation, references, handler.</summary>
public sealed class QueryPipeline(Registry registry, IServiceScopeFactory services, KeptAnswers kept, TimeProvider time)
{
    /// <summary>Asks a query for the actor of the scope.</summary>
    public Task<Outcome<TResult>> Ask<TResult>(IQuery<TResult> query, Scope scope, CancellationToken stop = default) => Ask(query, scope, seen: null, stop);

    /// <summary>Asks one of several queries of the same request.</summary>
    /// <param name="query">What is asked.</param>
    /// <param name="scope">The organization and the actor.</param>
    /// <param name="seen">What the others looked up for the same actor.</param>
    /// <param name="stop">Ends when the caller has gone.</param>
    public async Task<Outcome<TResult>> Ask<TResult>(IQuery<TResult> query, Scope scope, SeenEntities? seen, CancellationToken stop)
    {
        var declared = registry.Query(query.GetType());
        using var activity = Telemetry.Source.StartActivity(declared.Name);
        var outcome = Refuse(declared, query, scope) is { } refusal ? refusal
            : declared.IsKept ? await kept.Answer(query, scope, () => Answer(declared, query, scope, seen, stop))
            : await Answer(declared, query, scope, seen, stop);
        Telemetry.Ran(activity, declared.Name, outcome.Problem?.Code);
        return outcome.Problem is { } problem ? problem.Told(registry.LabelsOf(scope)) : outcome;
    }

    /// <summary>Begins to read all rows of a list as they are at this moment, whatever becomes of them meanwhile.</summary>
    public async Task<Outcome<WholeList>> Whole(ListInput list, Scope scope, CancellationToken stop) =>
        Refuse(registry.Query(list.GetType()), list, scope) is { } refusal ? refusal : await WholeList.Begin(registry.Query(list.GetType()), list, services, new QueryContext(scope, time.GetUtcNow(), stop));

    static Problem? Refuse(QueryDeclaration declared, object query, Scope scope)
    {
        if (scope.Organization?.ModulesOff.Contains(declared.Module.Id) == true)
            return Problem.NotFound("such page");
        if (!declared.Allows(scope.Actor))
            return scope.Actor.Kind == ActorKind.Guest ? Problem.Unauthenticated() : Problem.Forbidden(declared.Permission ?? declared.Name);
        var broken = InputRules.Of(query.GetType()).Broken(query);
        return broken.Count > 0 ? Problem.Invalid(broken) : null;
    }

    async Task<Outcome<TResult>> Answer<TResult>(QueryDeclaration declared, IQuery<TResult> query, Scope scope, SeenEntities? seen, CancellationToken stop)
    {
        await using var work = services.CreateAsyncScope();
        var db = work.ServiceProvider.GetRequiredService<HeliosDb>();
        db.Scope = scope;
        db.Seen = seen;
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        if (await References.Resolve(db, registry, query, expectedVersion: null, stop) is { } unresolved)
            return unresolved;
        return await ((QueryDeclaration<TResult>)declared).Handle(work.ServiceProvider, query, new QueryContext(scope, time.GetUtcNow(), stop));
    }
}
