using Helios.Core.Importing.Csv;
using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Jobs;
using Helios.Kernel.Modules;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Importing;

/// <summary>
/// Does an import, some hundred rows in a transaction, each behind a savepoint and with what became of it beside it. Killed at any
/// moment, it goes on behind the last rows that were done.
/// </summary>
public sealed class RunImport(HeliosDb db, Registry registry, CommandPipeline commands, TimeProvider time) : IJobHandler<RunImport.Work>
{
    public const string Name = "imports.run";

    /// <summary>Which import.</summary>
    /// <param name="Import">Its id.</param>
    public sealed record Work(Guid Import);

    public async Task Run(Work payload, JobContext context)
    {
        db.Scope = context.Scope;
        var import = await db.Set<Import>().AsNoTracking().FirstOrDefaultAsync(found => found.Id == payload.Import, context.Stop);
        if (import is not { IsAtWork: true })
            return;
        var target = registry.ImportTarget(import.Target, context.Scope) ?? throw new InvalidOperationException($"Nothing imports {import.Target} any more.");
        var file = await db.Set<ImportFile>().AsNoTracking().SingleAsync(found => found.ImportId == import.Id, context.Stop);
        var sheet = new ImportSheet(target, CsvSheet.Read(file.Content).Expect(), import.Columns);
        var run = new ImportRun(commands, registry, context, time, import, target, sheet);
        var done = await db.Set<ImportRow>().Where(row => row.ImportId == import.Id).Select(row => row.Number).ToHashSetAsync(context.Stop);

        if (!await run.Rows(done) || !await run.Settle(await Pending(import.Id, context.Stop)))
        {
            await run.Finish(isCanceled: true);
            return;
        }

        await run.Finish(isCanceled: false);
    }

    Task<List<int>> Pending(Guid import, CancellationToken stop) => db.Set<ImportRow>()
        .Where(row => row.ImportId == import && row.Pending != null)
        .OrderBy(row => row.Number).Select(row => row.Number)
        .ToListAsync(stop);
}
