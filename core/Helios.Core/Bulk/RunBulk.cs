using System.Text.Json.Nodes;
using Helios.Core.Bulk.Commands;
using Helios.Core.Undo.Commands;
using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Entities;
using Helios.Kernel.Jobs;
using Helios.Kernel.Modules;
using Helios.Kernel.Problems;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Bulk;

/// <summary>
/// Does a bulk change, some fifty records in a transaction, each behind a savepoint and with its outcome beside it. Killed at any
/// moment, it goes on with those that have none.
/// </summary>
public sealed class RunBulk(HeliosDb db, Registry registry, CommandPipeline commands, TimeProvider time) : IJobHandler<RunBulk.Work>
{
    public const string Name = "bulk.run";

    /// <summary>The command that takes back one run.</summary>
    internal const string Undo = "undo.run";

    /// <summary>Which bulk change, and why it is done.</summary>
    /// <param name="Bulk">Its id.</param>
    /// <param name="Why">The reason for the history of each record.</param>
    public sealed record Work(Guid Bulk, string? Why);

    public async Task Run(Work payload, JobContext context)
    {
        db.Scope = context.Scope;
        var bulk = await db.Set<BulkChange>().AsNoTracking().FirstOrDefaultAsync(found => found.Id == payload.Bulk, context.Stop);
        if (bulk is not { IsAtWork: true })
            return;
        var reference = new EntityRef<BulkChange>(bulk.Id.ToString());
        if (bulk.Rows is null && await Gather(reference, context) is { } refused)
        {
            (await commands.Run(new FinishBulk(reference, IsCanceled: true), context.Scope, stop: context.Stop)).Expect();
            throw new InvalidOperationException(refused.Text);
        }

        var rows = await db.Set<BulkChange>().Where(found => found.Id == bulk.Id).Select(found => found.Rows!.Value).SingleAsync(context.Stop);
        var isWhole = await new BulkWork(commands, context, time, bulk, registry.Kind(bulk.Kind)!, InputOf(bulk), payload.Why ?? $"Bulk change {bulk.Key}").Do(rows, await IsOrdered(bulk, context.Stop));
        (await commands.Run(new FinishBulk(new EntityRef<BulkChange>(bulk.Id.ToString()), !isWhole), context.Scope, stop: context.Stop)).Expect();
    }

    async Task<Problem?> Gather(EntityRef<BulkChange> bulk, JobContext context) =>
        (await commands.Run(new FillBulk(bulk), context.Scope, stop: context.Stop)).Problem;

    /// <summary>What an import made may refer to what an earlier row made; so its undo goes from the last to the first, and what is done again the other way.</summary>
    async Task<bool> IsOrdered(BulkChange bulk, CancellationToken stop) => bulk.UndoesImportId is not null
        || (bulk.UndoesId is { } undone && await IsOrdered(await db.Set<BulkChange>().AsNoTracking().SingleAsync(found => found.Id == undone, stop), stop));

    /// <summary>What is done to each record.</summary>
    Func<BulkRow, (CommandDeclaration Command, Outcome<object> Input)> InputOf(BulkChange bulk)
    {
        if (bulk.Command is Undo)
            return row => (registry.CommandNamed(Undo)!, new UndoRun(row.UndoesRun!.Value.ToString()));
        var template = CommandTemplate.Read(registry, bulk.Command, JsonNode.Parse(bulk.Input)!.AsObject()).Expect();
        return row => (template.Command, template.For(row.EntityId));
    }
}
