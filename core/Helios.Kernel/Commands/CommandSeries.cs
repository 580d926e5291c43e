using Helios.Kernel.Data;
using Helios.Kernel.Entities;
using Helios.Kernel.Problems;
using Helios.Kernel.Scopes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Helios.Kernel.Commands;

/// <summary>
/// Commands that share one transaction and its commit, each behind a savepoint: one that is refused or fails leaves nothing, and
/// the others stand. For work on many records, where a commit for each would cost more than the change.
/// </summary>
/// <remarks>Its rows stay locked until the end: some fifty commands, not thousands; more savepoints also slow every other transaction.</remarks>
public sealed class CommandSeries : IAsyncDisposable
{
    const string Savepoint = "command";

    readonly CommandPipeline pipeline;
    readonly AsyncServiceScope work;
    readonly IDbContextTransaction transaction;
    bool hasEvents;
    bool hasJobs;

    CommandSeries(CommandPipeline pipeline, AsyncServiceScope work, HeliosDb db, IDbContextTransaction transaction)
    {
        this.pipeline = pipeline;
        this.work = work;
        this.transaction = transaction;
        Db = db;
    }

    /// <summary>The transaction, to read and lock the rows that say what is to be done.</summary>
    public HeliosDb Db { get; }

    /// <summary>Whether the commands do without savepoints, so that the first refusal breaks the whole series.</summary>
    public bool IsSwift => Db.Ahead is not null;

    /// <summary>Looks something up for all commands of a swift series, who find it by <see cref="HeliosDb.Kept{T}"/>. Those of another one each look for themselves.</summary>
    public async Task Keep<T>(Func<Task<T>> lookUp)
        where T : class
    {
        if (Db.Ahead is { } ahead)
            ahead.Keep(await lookUp());
    }

    internal static async Task<CommandSeries> Begin(CommandPipeline pipeline, IServiceScopeFactory services, Scope scope, bool isSwift, CancellationToken stop)
    {
        var scoped = services.CreateAsyncScope();
        try
        {
            var db = scoped.ServiceProvider.GetRequiredService<HeliosDb>();
            db.Scope = scope;
            (db.Ahead, db.WaitingRows) = isSwift ? (new RowsAhead(), new WaitingRows()) : (null, null);
            var begun = await db.Database.BeginTransactionAsync(stop);
            // The organization travels with the first statement; it must not be one that a savepoint takes back.
            await db.Database.SqlQuery<int>($"""select 1 as "Value" """).ToListAsync(stop);
            return new CommandSeries(pipeline, scoped, db, begun);
        }
        catch
        {
            await scoped.DisposeAsync();
            throw;
        }
    }

    /// <summary>Locks the records that are going to be changed, as far as the actor sees them, all at once.</summary>
    public async Task Lock(KindDeclaration kind, IReadOnlyCollection<Guid> ids, CancellationToken stop)
    {
        if (IsSwift)
            await kind.Lock(Db, Db.Scope!.Actor, ids, stop);
    }

    /// <summary>Runs one command; a refusal leaves the series as it was, or breaks it where it is a swift one.</summary>
    /// <param name="declared">The command.</param>
    /// <param name="input">Its input, read anew for each run.</param>
    /// <param name="options">A reason and a report; keys, versions and dry runs are for single commands.</param>
    /// <param name="also">Writes down in the same step what became of it: it adds rows, or changes them through their entries.</param>
    /// <param name="stop">Ends the wait.</param>
    public async Task<Problem?> Run(CommandDeclaration declared, object input, CommandOptions options, Action<HeliosDb, CommandReport> also, CancellationToken stop)
    {
        Db.ChangeTracker.Clear();
        // The savepoint travels with the first statement of the command.
        if (!IsSwift)
            Db.StatementToSend = "SAVEPOINT " + Savepoint;
        var refusal = await pipeline.Step(declared, input, (work.ServiceProvider, Db), options, report =>
        {
            also(Db, report);
            hasEvents |= report.Events.Count > 0;
        }, stop);
        if (refusal is not null && IsSwift)
            throw new SeriesBrokenException(refusal);
        if (refusal is null)
            hasJobs |= Db.ChangeTracker.Entries<Jobs.Job>().Any();
        else if (Db.StatementToSend is null)
            await transaction.RollbackToSavepointAsync(Savepoint, stop);
        Db.StatementToSend = null;
        Db.ChangeTracker.Clear();
        return refusal;
    }

    /// <summary>Writes rows that are no command's: what became of one that was refused.</summary>
    public async Task Write(Action<HeliosDb> write, CancellationToken stop)
    {
        write(Db);
        await Db.SaveChangesAsync(stop);
        Db.ChangeTracker.Clear();
    }

    /// <summary>Makes all of it true at once.</summary>
    public async Task Commit()
    {
        await Db.WriteWaitingRows(CancellationToken.None);
        await transaction.CommitAsync(CancellationToken.None);
        pipeline.Committed(Db.OrganizationId, hasEvents, hasJobs);
    }

    public async ValueTask DisposeAsync()
    {
        // What was not committed is nobody's.
        Db.WaitingRows = null;
        await transaction.DisposeAsync();
        await work.DisposeAsync();
    }
}
