using System.Data.Common;
using Helios.Kernel.Events;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace Helios.Kernel.Data;

/// <summary>
/// Puts the organization in front of the first statement of every message, so that row-level security and the statement
/// travel together: outside a transaction with each, inside one with the first.
/// </summary>
/// <remarks>The setting is local to the (implicit) transaction: nothing outlives it in the pool.</remarks>
public sealed class ScopeInterceptor : DbCommandInterceptor
{
    /// <summary>Tag of a query whose rows are going to change: it is read FOR NO KEY UPDATE, so that rows which refer to them can be written meanwhile.</summary>
    public const string ForUpdate = "helios:for-update";

    /// <summary>
    /// Tag of a query that shows few rows, found by an index, and looks their names up one by one. PostgreSQL keeps its plan and joins
    /// row by row: left alone it plans such a statement anew each time, since it takes an organization for an average one and would
    /// read a whole directory for the names of fifty rows.
    /// </summary>
    public const string OnePlan = "helios:one-plan";

    const string Marker = "-- " + ForUpdate;
    const string OnePlanMarker = "-- " + OnePlan;
    const string Prefix = "SELECT set_config('helios.organization', @helios_organization, true)";
    const string OnePlanPrefix = Prefix + ", set_config('plan_cache_mode', 'force_generic_plan', true), set_config('enable_hashjoin', 'off', true), set_config('enable_mergejoin', 'off', true)";

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result) =>
        throw new InvalidOperationException("The database is asked asynchronously only.");

    public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result) =>
        throw new InvalidOperationException("The database is asked asynchronously only.");

    public override InterceptionResult<object> ScalarExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<object> result) =>
        throw new InvalidOperationException("The database is asked asynchronously only.");

    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        await WriteWaitingRows(eventData.Context, cancellationToken);
        if (eventData is { CommandSource: CommandSource.SaveChanges, Context: HeliosDb db })
        {
            // EF counts the rows of each statement of a save, from the first one on.
            await db.SendWaiting(cancellationToken);
            EventWriter.Attach(db, command);
        }

        if (command.CommandText.StartsWith(Marker, StringComparison.Ordinal))
            command.CommandText += "\nFOR NO KEY UPDATE";
        Send(command, eventData.Context);
        return result;
    }

    public override async ValueTask<DbDataReader> ReaderExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default)
    {
        if (!command.CommandText.StartsWith(Prefix, StringComparison.Ordinal))
            return result;
        Sent(eventData.Context);
        await result.NextResultAsync(cancellationToken);
        return result;
    }

    public override async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        await WriteWaitingRows(eventData.Context, cancellationToken);
        Send(command, eventData.Context);
        return result;
    }

    public override ValueTask<int> NonQueryExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        if (command.CommandText.StartsWith(Prefix, StringComparison.Ordinal))
            Sent(eventData.Context);
        return ValueTask.FromResult(result);
    }

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default) =>
        throw new InvalidOperationException("A scalar would answer with the scope. Ask with SqlQuery.");

    static Task WriteWaitingRows(DbContext? context, CancellationToken stop) => context is HeliosDb db ? db.WriteWaitingRows(stop) : Task.CompletedTask;

    static void Send(DbCommand command, DbContext? context)
    {
        if (context is not HeliosDb db)
            return;
        if (db.StatementToSend is { } waiting)
        {
            command.CommandText = waiting + ";\n" + command.CommandText;
            db.StatementToSend = null;
        }

        if (db.Scope?.Organization is not { } organization || (db.Database.CurrentTransaction is { } open && open.TransactionId == db.ScopeSentIn))
            return;
        // Inside a transaction it would hold for what comes after it.
        var prefix = db.Database.CurrentTransaction is null && command.CommandText.StartsWith(OnePlanMarker, StringComparison.Ordinal) ? OnePlanPrefix : Prefix;
        command.CommandText = prefix + ";\n" + command.CommandText;
        command.Parameters.Add(new NpgsqlParameter("helios_organization", organization.Id.ToString()));
    }

    static void Sent(DbContext? context)
    {
        if (context is HeliosDb db)
            db.ScopeSentIn = db.Database.CurrentTransaction?.TransactionId;
    }
}
