using System.Data.Common;
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
    /// <summary>Tag of a query whose rows are going to change: it is read FOR UPDATE.</summary>
    public const string ForUpdate = "helios:for-update";

    const string Marker = "-- " + ForUpdate;
    const string Prefix = "SELECT set_config('helios.organization', @helios_organization, true);\n";

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result) =>
        throw new InvalidOperationException("The database is asked asynchronously only.");

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        if (command.CommandText.StartsWith(Marker, StringComparison.Ordinal))
            command.CommandText += "\nFOR UPDATE";
        if (eventData.Context is HeliosDb { Scope.Organization: { } organization } db && (db.Database.CurrentTransaction is null || !db.ScopeSent))
        {
            command.CommandText = Prefix + command.CommandText;
            command.Parameters.Add(new NpgsqlParameter("helios_organization", organization.Id.ToString()));
        }

        return ValueTask.FromResult(result);
    }

    public override async ValueTask<DbDataReader> ReaderExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default)
    {
        if (!command.CommandText.StartsWith(Prefix, StringComparison.Ordinal))
            return result;
        if (eventData.Context is HeliosDb db && db.Database.CurrentTransaction is not null)
            db.ScopeSent = true;
        await result.NextResultAsync(cancellationToken);
        return result;
    }
}
