using System.Security.Cryptography;
using System.Text.Json;
using Helios.Kernel.CustomFields;
using Helios.Kernel.Data;
using Helios.Kernel.Live;
using Helios.Kernel.Events;
using Helios.Kernel.Input;
using Helios.Kernel.Modules;
using Helios.Kernel.Problems;
using Helios.Kernel.Scopes;
using Helios.Kernel.Secrets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Helios.Kernel.Commands;

/// <summary>
/// The one way to change data. Scope, module switch, permission, validation; then one transaction: idempotency key,
/// references, handler, projection, events; then commit, and whoever waits for events is woken.
/// </summary>
public sealed partial class CommandPipeline(
    Registry registry, IServiceScopeFactory services, KeyAllocator keys, OrganizationChanges changes, TimeProvider time, CommitSignal committed, ILogger<CommandPipeline> log,
    RootKey? root = null)
{
    const int Attempts = 3;

    /// <summary>Runs a command for the actor of the scope.</summary>
    public async Task<Outcome<TResult>> Run<TResult>(
        ICommand<TResult> command, Scope scope, CommandOptions? options = null, CancellationToken stop = default)
    {
        var declared = registry.Command(command.GetType());
        using var activity = Telemetry.Source.StartActivity(declared.Name);
        var outcome = Refuse(declared, command, scope) is { } refusal ? refusal : await Try(declared, command, scope, options ?? CommandOptions.None, stop);
        Telemetry.Ran(activity, declared.Name, outcome.Problem?.Code);
        return outcome.Problem is { } problem ? problem.Told(registry.LabelsOf(scope)) : outcome;
    }

    static Problem? Refuse(CommandDeclaration declared, object command, Scope scope)
    {
        if (scope.Organization?.ModulesOff.Contains(declared.Module.Id) == true)
            return Problem.NotFound("such command");
        if (!declared.Allows(scope.Actor))
            return scope.Actor.Kind == ActorKind.Guest ? Problem.Unauthenticated() : Problem.Forbidden(declared.Permission ?? declared.Name);
        List<FieldProblem> broken = [.. InputRules.Of(command.GetType()).Broken(command), .. CustomFieldWork.Of(command, scope)?.Problems ?? []];
        return broken.Count > 0 ? Problem.Invalid(broken) : null;
    }

    async Task<Outcome<TResult>> Try<TResult>(
        CommandDeclaration declared, ICommand<TResult> command, Scope scope, CommandOptions options, CancellationToken stop)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await InTransaction(declared, command, scope, options, stop);
            }
            catch (Exception e) when (IsDeadlock(e) && attempt < Attempts)
            {
                // Two commands wanted the same rows in another order; the database chose this one to try again.
            }
            catch (Exception e) when (Expected(declared, e) is { } problem)
            {
                return problem;
            }
        }
    }

    static bool IsDeadlock(Exception e) => e.Postgres() is { SqlState: PostgresErrorCodes.DeadlockDetected };

    /// <summary>What the database refuses by right, as a value; null for what is a bug or a broken machine.</summary>
    Problem? Expected(CommandDeclaration declared, Exception e) => e switch
    {
        DbUpdateConcurrencyException => new Problem(ProblemKind.Stale, "version.stale", "Somebody else changed this a moment ago. Load it again and repeat your change."),
        _ => e.Postgres() switch
        {
            { SqlState: PostgresErrorCodes.UniqueViolation } clash when registry.Unique(clash.ConstraintName) is { } unique =>
                Problem.Conflict($"{declared.Name}.taken", unique.Text) with { Fields = [new FieldProblem(unique.Field, unique.Text)] },
            { SqlState: PostgresErrorCodes.ForeignKeyViolation } => Problem.Conflict(
                $"{declared.Name}.in_use", "Something that this refers to was removed meanwhile, or something else refers to what this would remove. Look at the record again."),
            _ => null,
        },
    };

    /// <summary>Begins commands that share one transaction.</summary>
    public Task<CommandSeries> Begin(Scope scope, CancellationToken stop) => CommandSeries.Begin(this, services, scope, isSwift: false, stop);

    /// <summary>Does some work in a series and commits it.</summary>
    internal async Task InSeries(Scope scope, bool isSwift, Func<CommandSeries, Task> work, CancellationToken stop)
    {
        await using var series = await CommandSeries.Begin(this, services, scope, isSwift, stop);
        try
        {
            await work(series);
            await series.Commit();
        }
        catch (Exception e) when (isSwift && (e is DbUpdateConcurrencyException || e.Postgres() is not null))
        {
            // Rows of several commands are written together: whose fault it is shows when each writes its own.
            throw new SeriesBrokenException(new Problem(e is DbUpdateConcurrencyException || IsDeadlock(e) ? ProblemKind.Stale : ProblemKind.Conflict, "series.broken", e.Message));
        }
    }

    /// <summary>One command of a series, up to its save. A refusal may have left anything behind: the series takes it back.</summary>
    internal async Task<Problem?> Step(
        CommandDeclaration declared, object command, (IServiceProvider Services, HeliosDb Db) work, CommandOptions options, Action<CommandReport> also, CancellationToken stop)
    {
        using var activity = Telemetry.Source.StartActivity(declared.Name);
        var refusal = Refuse(declared, command, work.Db.Scope!);
        try
        {
            refusal ??= await References.Resolve(work.Db, registry, command, expectedVersion: null, stop);
            refusal ??= await Save(declared, command, work, options, also, stop);
        }
        catch (Exception e) when (Expected(declared, e) is not null)
        {
            refusal = Expected(declared, e);
        }
        catch (Exception e) when (IsDeadlock(e))
        {
            refusal = new Problem(ProblemKind.Stale, "version.stale", "Others changed this at the same moment. Try it again.");
        }
        catch (Exception e) when (e is not OperationCanceledException && (e is not NpgsqlException || e.Postgres() is not null))
        {
            // A bug with one record must not keep the others from their turn.
            LogFailed(log, declared.Name, e);
            refusal = new Problem(ProblemKind.Conflict, "unexpected", "Something broke on our side with this one. The server's log says what.");
        }

        Telemetry.Ran(activity, declared.Name, refusal?.Code);
        return refusal?.Told(registry.LabelsOf(work.Db.Scope!));
    }

    async Task<Problem?> Save(
        CommandDeclaration declared, object command, (IServiceProvider Services, HeliosDb Db) work, CommandOptions options, Action<CommandReport> also, CancellationToken stop)
    {
        var context = new CommandContext(work.Db, registry, keys, declared, options, Microsecond(time.GetUtcNow()), stop);
        return await Change(declared, command, context, work.Db, () => declared.Handle(work.Services, command, context), happened =>
        {
            var report = new CommandReport();
            report.Tell(declared, context, happened);
            also(report);
        }, stop);
    }

    /// <summary>Handles a command, writes its custom fields, and saves all of it with its events; or says why not.</summary>
    async Task<Problem?> Change(
        CommandDeclaration declared, object command, CommandContext context, HeliosDb db, Func<Task<Problem?>> handle, Action<IReadOnlyList<ToldEvent>> also, CancellationToken stop)
    {
        var custom = CustomFieldWork.Of(command, db.Scope!);
        if (custom is not null && await custom.Resolve(db, registry, stop) is { } unknown)
            return unknown;
        if (await handle() is { } refused)
            return refused;
        if (Written(custom, context) is { } wrong)
            return wrong;
        await Record(declared, context, db, also, stop);
        return null;
    }

    /// <summary>Writes what the handler changed, and its events.</summary>
    /// <param name="declared">The command.</param>
    /// <param name="context">What it was handled in.</param>
    /// <param name="db">The database, with the handler's changes in its tracker.</param>
    /// <param name="also">What else is to be saved with it.</param>
    /// <param name="stop">Ends the wait.</param>
    async Task Record(CommandDeclaration declared, CommandContext context, HeliosDb db, Action<IReadOnlyList<ToldEvent>> also, CancellationToken stop)
    {
        // Rows are compared once, by what tells the changes; from then on each is changed through its entry.
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            also(Changes.Record(db, registry, declared.Happened, context));
            db.Ahead?.Saving(db);
            if (db.WaitingRows is null || !await db.WaitingRows.Take(db, context.Events, stop))
                await EventWriter.Save(db, context.Events, stop);
            db.Ahead?.Saved(db);
        }
        finally
        {
            db.ChangeTracker.AutoDetectChangesEnabled = true;
        }
    }

    async Task<Outcome<TResult>> InTransaction<TResult>(
        CommandDeclaration declared, ICommand<TResult> command, Scope scope, CommandOptions options, CancellationToken stop)
    {
        await using var work = services.CreateAsyncScope();
        var db = work.ServiceProvider.GetRequiredService<HeliosDb>();
        db.Scope = scope;
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var idempotency = options.DryRun ? null : Remember(db, declared, command, options);
        if (idempotency is not null && await Idempotency.Answer<TResult>(db, idempotency, stop) is { } earlier)
            return earlier;
        if (await References.Resolve(db, registry, command, options.ExpectedVersion, stop) is { } unresolved)
            return unresolved;

        var context = new CommandContext(db, registry, keys, declared, options, Microsecond(time.GetUtcNow()), stop);
        Outcome<TResult> outcome = null!;
        IReadOnlyList<ToldEvent> happened = [];
        var refused = await Change(declared, command, context, db, async () => (outcome = await ((CommandDeclaration<TResult>)declared).Handle(work.ServiceProvider, command, context)).Problem, told =>
        {
            happened = told;
            if (idempotency is not null)
                db.Entry(idempotency).Property(row => row.Answer).CurrentValue = JsonSerializer.Serialize(outcome.Value, HeliosJson.Options);
        }, stop);
        if (refused is not null)
            return refused;
        options.Report?.Tell(declared, context, happened);
        if (options.DryRun)
            return outcome;
        await transaction.CommitAsync(CancellationToken.None);
        Committed(db.OrganizationId, happened.Count > 0, context.Enqueued);
        return outcome;
    }

    /// <summary>Wakes whoever waits for what is true from now on.</summary>
    internal void Committed(Guid organization, bool hasEvents, bool hasJobs)
    {
        if (hasEvents)
            changes.Happened(organization);
        committed.Raise(hasEvents, hasJobs);
    }

    /// <summary>Custom fields belong to what the command made or else to its target, which is tracked since it was loaded.</summary>
    static Problem? Written(CustomFieldWork? custom, CommandContext context)
    {
        if (custom is null)
            return null;
        var entity = context.Made.Find(made => made.GetType() == custom.Kind) ?? custom.Target;
        return entity is null ? null : custom.Write(entity);
    }

    IdempotencyRow? Remember(HeliosDb db, CommandDeclaration declared, object command, CommandOptions options)
    {
        if (options.IdempotencyKey is not { } key || db.Scope!.Organization is null || declared.Reveals)
            return null;
        return new IdempotencyRow
        {
            OrganizationId = db.OrganizationId,
            Actor = db.Scope.Actor.AccountId?.ToString() ?? db.Scope.Actor.Name,
            Key = key,
            Command = declared.Name,
            RequestHash = HashOf(declared, command),
            CreatedAt = time.GetUtcNow(),
        };
    }

    /// <summary>Tells one request from another. A plain hash of a password could be guessed against, so secrets are hashed under the root key.</summary>
    byte[] HashOf(CommandDeclaration declared, object command)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(command, command.GetType(), HeliosJson.Options);
        if (!declared.TakesSecret)
            return SHA256.HashData(bytes);
        try
        {
            return HMACSHA256.HashData((root ?? throw new InvalidOperationException($"{declared.Name} takes a secret, and this server has no root key.")).Derive("idempotency"), bytes);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(bytes);
        }
    }

    [LoggerMessage(LogLevel.Error, "{Command} broke in a series; the others go on.")]
    static partial void LogFailed(ILogger log, string command, Exception exception);

    static DateTimeOffset Microsecond(DateTimeOffset moment) => new(moment.Ticks - (moment.Ticks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);
}
