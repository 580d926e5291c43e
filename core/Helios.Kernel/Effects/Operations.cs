using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Jobs;
using Helios.Kernel.Modules;
using Helios.Kernel.Scopes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Helios.Kernel.Effects;

/// <summary>Reads operations, and waits for their end.</summary>
public sealed class Operations(Registry registry, IServiceScopeFactory services, OperationSignal ended, TimeProvider time)
{
    /// <summary>How long a caller waits for the result before he gets a page or an address to look at.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Another node may do the work, and tells nobody here.</summary>
    static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);

    /// <summary>The operation at its end, or as it is when the caller has waited long enough.</summary>
    public async Task<OperationView> Await(Scope scope, OperationView begun, CancellationToken stop)
    {
        var from = time.GetTimestamp();
        try
        {
            while (true)
            {
                var next = ended.Next(begun.Id);
                var found = await Find(scope, begun.Id, stop) ?? begun;
                if (found.IsOver || time.GetElapsedTime(from) >= Patience)
                    return found;
                await Task.WhenAny(next, Task.Delay(Look, time, stop));
                stop.ThrowIfCancellationRequested();
            }
        }
        finally
        {
            ended.Forget(begun.Id);
        }
    }

    /// <summary>One operation of the scope's organization; null where there is none.</summary>
    public async Task<OperationView?> Find(Scope scope, Guid id, CancellationToken stop)
    {
        await using var work = services.CreateAsyncScope();
        var db = work.ServiceProvider.GetRequiredService<HeliosDb>();
        db.Scope = scope;
        return await Find(db, registry, id, stop);
    }

    /// <summary>One operation of the context's organization; null where there is none.</summary>
    public static async Task<OperationView?> Find(HeliosDb db, Registry registry, Guid id, CancellationToken stop)
    {
        var found = await db.Set<Operation>().AsNoTracking().Where(row => row.Id == id).Select(row => new
        {
            row,
            Items = db.Set<OperationItem>().Where(item => item.OperationId == row.Id).OrderBy(item => item.Number)
                .Select(item => new OperationItemView(item.Number, item.Label, item.State, item.Attempts, item.Message, item.Result)).ToList(),
        }).SingleOrDefaultAsync(stop);
        return found is null ? null : new OperationView(
            id, found.row.Name, LabelOf(registry, found.row.Name), found.row.State, found.row.CreatedAt, found.row.FinishedAt, found.Items);
    }

    /// <summary>Keeps what is not called yet from being called; what is on its way comes to its end. The job finishes the operation at once.</summary>
    /// <returns>How many calls will not be made.</returns>
    public static async Task<int> Cancel(HeliosDb db, Guid operation, CommandContext context)
    {
        var waiting = await db.Set<OperationItem>().Where(item => item.OperationId == operation && item.State == ItemState.Waiting).ToListAsync(context.Stop);
        foreach (var item in waiting)
        {
            item.State = ItemState.Canceled;
            item.FinishedAt = context.Now;
        }

        foreach (var job in await db.Jobs.Where(job => job.OrganizationId == db.OrganizationId && job.SubjectId == operation && job.State == JobState.Waiting).ToListAsync(context.Stop))
            job.RunAt = context.Now;
        context.WakeWorkers();
        return waiting.Count;
    }

    static string LabelOf(Registry registry, string name) => registry.Effects.FirstOrDefault(effect => effect.Name == name)?.Label ?? name;
}
