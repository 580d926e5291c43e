using System.Data;
using Helios.Kernel.Data;
using Helios.Kernel.Problems;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Helios.Kernel.Queries;

/// <summary>
/// All rows of a list, page by page, in one snapshot of the database: no row is missed, repeated or half changed, however long the
/// reader takes. The rows come from the list's own query, so they are those that the actor may see, and a page is all that is held.
/// </summary>
/// <remarks>The snapshot keeps a connection and, as long as it stands, old versions of rows: readers must be few and must end.</remarks>
public sealed class WholeList : IAsyncDisposable
{
    /// <summary>Enough that a page's fixed cost vanishes, little enough that a page of wide rows is under a megabyte.</summary>
    const int PageRows = 1000;

    readonly QueryDeclaration declared;
    readonly ListInput list;
    readonly AsyncServiceScope work;
    readonly IDbContextTransaction snapshot;
    readonly QueryContext context;
    IListPage page;

    WholeList(QueryDeclaration declared, ListInput list, AsyncServiceScope work, IDbContextTransaction snapshot, QueryContext context, HeliosDb db, IListPage first)
    {
        this.declared = declared;
        this.list = list;
        this.work = work;
        this.snapshot = snapshot;
        this.context = context;
        Db = db;
        page = first;
    }

    /// <summary>The snapshot, to read what belongs to the rows.</summary>
    public HeliosDb Db { get; }

    /// <summary>The pages; the first is read already.</summary>
    public async IAsyncEnumerable<IReadOnlyList<object>> Pages()
    {
        while (true)
        {
            yield return [.. page.Rows.Cast<object>()];
            if (page.Next is not { } next)
                break;
            page = (IListPage)(await Ask(declared, list with { After = next }, work, context)).Expect();
        }
    }

    internal static async Task<Outcome<WholeList>> Begin(QueryDeclaration declared, ListInput list, IServiceScopeFactory services, QueryContext context)
    {
        var scoped = services.CreateAsyncScope();
        IDbContextTransaction? begun = null;
        try
        {
            var db = scoped.ServiceProvider.GetRequiredService<HeliosDb>();
            db.Scope = context.Scope;
            db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
            begun = await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, context.Stop);
            var whole = list with { Limit = PageRows, Count = false };
            var first = await Ask(declared, whole, scoped, context);
            if (first.Succeeded)
                return new WholeList(declared, whole, scoped, begun, context, db, (IListPage)first.Value);
            await End(begun, scoped);
            return first.Problem;
        }
        catch
        {
            await End(begun, scoped);
            throw;
        }
    }

    static Task<Outcome<object>> Ask(QueryDeclaration asked, ListInput rows, AsyncServiceScope scoped, QueryContext within) =>
        asked.HandleAny(scoped.ServiceProvider, rows, within);

    static async Task End(IDbContextTransaction? begun, AsyncServiceScope scoped)
    {
        if (begun is not null)
            await begun.DisposeAsync();
        await scoped.DisposeAsync();
    }

    public async ValueTask DisposeAsync() => await End(snapshot, work);
}
