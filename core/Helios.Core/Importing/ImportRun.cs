using Helios.Core.Importing.Commands;
using Helios.Kernel.Commands;
using Helios.Kernel.Entities;
using Helios.Kernel.Jobs;
using Helios.Kernel.Problems;

namespace Helios.Core.Importing;

/// <summary>One run of an import.</summary>
sealed class ImportRun(CommandPipeline commands, JobContext context, TimeProvider time, Import import, ImportTarget target, ImportSheet sheet)
{
    /// <summary>Somebody else may change the same record at the same moment; then the row is tried again.</summary>
    const int Attempts = 3;

    static readonly TimeSpan ReportEvery = TimeSpan.FromSeconds(1);

    /// <summary>Each of these is an event, which moves the page of whoever looks; more would only fill the audit trail.</summary>
    static readonly TimeSpan AdvanceEvery = TimeSpan.FromSeconds(5);

    readonly EntityRef<Import> reference = new(import.Id.ToString());
    DateTimeOffset reported = time.GetUtcNow();
    DateTimeOffset advanced = time.GetUtcNow();

    /// <summary>Does every row that is not done yet; false when somebody asked to stop.</summary>
    public async Task<bool> Rows(HashSet<int> done)
    {
        var count = done.Count;
        if (!await context.Progress(count, sheet.Rows.Count))
            return false;
        foreach (var row in sheet.Rows.Where(row => !done.Contains(row.Number)))
        {
            context.Stop.ThrowIfCancellationRequested();
            await One(row);
            if (!await Report(++count))
                return false;
        }

        return true;
    }

    /// <summary>Looks up what may have come later in the file.</summary>
    public async Task<bool> Settle(IReadOnlyList<int> pending)
    {
        foreach (var number in pending)
        {
            context.Stop.ThrowIfCancellationRequested();
            await Try(target.Settle(reference, number));
            if (!await Report(sheet.Rows.Count))
                return false;
        }

        return true;
    }

    public async Task Finish(bool isCanceled)
    {
        (await commands.Run(new FinishImport(reference, isCanceled), context.Scope, stop: context.Stop)).Expect();
        await context.Progress(sheet.Rows.Count, sheet.Rows.Count);
    }

    async Task One(ImportCells row)
    {
        var problem = sheet.Before(target, row) is { } before
            ? Problem.Conflict("imports.row.twice", ImportWords.Twice(before))
            : await Try(target.Take(reference, row));
        if (problem is null || IsDone(problem))
            return;
        if (problem.Kind is ProblemKind.Forbidden or ProblemKind.NotFound or ProblemKind.Unauthenticated)
            throw new InvalidOperationException($"The import cannot go on: {problem.Text}");
        var refused = new RefuseImportRow(reference, row.Number, ImportWords.TitleOf(target, row), row.Cells, problem.Text);
        if (await Try(refused) is { } unwritten && !IsDone(unwritten))
            throw new InvalidOperationException($"The result of row {row.Number} could not be written: {unwritten.Text}");
    }

    async Task<Problem?> Try(ICommand<Nothing> command)
    {
        for (var attempt = 1; ; attempt++)
        {
            var outcome = await commands.Run(command, context.Scope, stop: context.Stop);
            if (outcome.Succeeded)
                return null;
            if (attempt == Attempts || IsDone(outcome.Problem) || outcome.Problem.Kind is not (ProblemKind.Stale or ProblemKind.Conflict))
                return outcome.Problem;
        }
    }

    async Task<bool> Report(int count)
    {
        var now = time.GetUtcNow();
        if (now - advanced >= AdvanceEvery)
        {
            advanced = now;
            (await commands.Run(new AdvanceImport(reference), context.Scope, stop: context.Stop)).Expect();
        }

        if (now - reported < ReportEvery)
            return true;
        reported = now;
        return await context.Progress(count, sheet.Rows.Count);
    }

    /// <summary>A row whose result stands already was done by a run that lost its lease.</summary>
    static bool IsDone(Problem problem) => problem.Fields is [{ Field: ImportWords.RowField }];
}
