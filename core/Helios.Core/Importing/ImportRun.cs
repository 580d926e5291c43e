using Helios.Core.Importing.Commands;
using Helios.Kernel.Commands;
using Helios.Kernel.Entities;
using Helios.Kernel.Jobs;
using Helios.Kernel.Modules;
using Helios.Kernel.Problems;

namespace Helios.Core.Importing;

/// <summary>One run of an import.</summary>
sealed class ImportRun(CommandPipeline commands, Registry registry, JobContext context, TimeProvider time, Import import, ImportTarget target, ImportSheet sheet)
{
    /// <summary>So many rows share a commit, of two portions at a time: more hardly pays, and what they touch is locked until then.</summary>
    const int Together = 100;

    /// <summary>Somebody else may change the same record at the same moment; then the row is tried again.</summary>
    const int Attempts = 3;

    readonly EntityRef<Import> reference = new(import.Id.ToString());

    /// <summary>Does every row that is not done yet; false when somebody asked to stop.</summary>
    public async Task<bool> Rows(HashSet<int> done)
    {
        var pace = Pace(done.Count);
        if (!await pace.Begin())
            return false;
        using var lanes = new CommandLanes(commands, context.Scope, before: 2);
        return await lanes.ForEach(sheet.Rows.Where(row => !done.Contains(row.Number)).Chunk(Together), Some, pace.Add, context.Stop);
    }

    /// <summary>Looks up what may have come later in the file.</summary>
    public async Task<bool> Settle(IReadOnlyList<int> pending)
    {
        // Lines of managers are drawn one after the other, so that no circle is closed by two at once.
        using var lanes = new CommandLanes(commands, context.Scope, lanes: 1);
        var pace = Pace(sheet.Rows.Count);
        return await lanes.ForEach(pending.Chunk(Together), Settled, _ => pace.Add(0), context.Stop);
    }

    public async Task Finish(bool isCanceled)
    {
        (await commands.Run(new FinishImport(reference, isCanceled), context.Scope, stop: context.Stop)).Expect();
        await context.Progress(sheet.Rows.Count, sheet.Rows.Count);
    }

    async Task Some(CommandSeries series, ImportCells[] rows)
    {
        var some = new ImportSeries(series, registry, import, isDry: false, context.Stop);
        if (series.IsSwift)
            await target.Ahead(some, rows);
        await Each(rows, row => One(some, row));
    }

    Task Settled(CommandSeries series, int[] rows)
    {
        var some = new ImportSeries(series, registry, import, isDry: false, context.Stop);
        return Each(rows, row => Try(() => target.Settle(some, row)));
    }

    async Task Each<T>(T[] rows, Func<T, Task> work)
    {
        foreach (var row in rows)
        {
            context.Stop.ThrowIfCancellationRequested();
            await work(row);
        }
    }

    async Task One(ImportSeries series, ImportCells row)
    {
        var problem = sheet.Before(target, row) is { } before
            ? Problem.Conflict("imports.row.twice", ImportWords.Twice(before))
            : await Try(() => target.Do(series, row));
        if (problem is null || IsDone(problem))
            return;
        if (problem.Kind is ProblemKind.Forbidden or ProblemKind.NotFound or ProblemKind.Unauthenticated)
            throw new InvalidOperationException($"The import cannot go on: {problem.Text}");
        var refused = new RefuseImportRow(reference, row.Number, ImportWords.TitleOf(target, row), row.Cells, problem.Text);
        if (await Try(() => series.Run(refused)) is { } unwritten && !IsDone(unwritten))
            throw new InvalidOperationException($"The result of row {row.Number} could not be written: {unwritten.Text}");
    }

    static async Task<Problem?> Try(Func<Task<Problem?>> work)
    {
        for (var attempt = 1; ; attempt++)
        {
            var problem = await work();
            if (problem?.Kind is not (ProblemKind.Stale or ProblemKind.Conflict) || attempt == Attempts || IsDone(problem))
                return problem;
        }
    }

    JobPace Pace(int done) => new(context, time, sheet.Rows.Count, done, async () => (await commands.Run(new AdvanceImport(reference), context.Scope, stop: context.Stop)).Expect());

    /// <summary>A row whose result stands already was done by a run that lost its lease.</summary>
    static bool IsDone(Problem problem) => problem.Fields is [{ Field: ImportWords.RowField }];
}
