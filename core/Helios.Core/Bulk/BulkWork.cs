using Helios.Core.Bulk.Commands;
using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Entities;
using Helios.Kernel.Jobs;
using Helios.Kernel.Problems;
using Helios.Kernel.Undo;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Bulk;

/// <summary>The records of one bulk change, some fifty at a time.</summary>
sealed class BulkWork(
    CommandPipeline commands, JobContext context, TimeProvider time, BulkChange bulk, KindDeclaration kind, Func<BulkRow, (CommandDeclaration Command, Outcome<object> Input)> input, string why)
{
    /// <summary>So many share a commit: more hardly pays, and their rows are locked until then.</summary>
    const int Together = 50;

    /// <summary>Somebody else may change the same record at the same moment; then it is tried again.</summary>
    const int Attempts = 3;

    const int LongestReason = 500;

    /// <summary>Does every record that has no outcome yet; false when somebody asked to stop.</summary>
    /// <param name="rows">How many records there are.</param>
    /// <param name="inOrder">Whether each stands on those before it.</param>
    public async Task<bool> Do(int rows, bool inOrder)
    {
        var left = await Left();
        var pace = new JobPace(context, time, rows, rows - left.Count, async () => (await commands.Run(new AdvanceBulk(new EntityRef<BulkChange>(bulk.Id.ToString())), context.Scope, stop: context.Stop)).Expect());
        if (!await pace.Begin())
            return false;
        using var lanes = new CommandLanes(commands, context.Scope, inOrder ? 1 : CommandLanes.Usual);
        return await lanes.ForEach(left.Chunk(Together), Some, pace.Add, context.Stop);
    }

    async Task Some(CommandSeries series, int[] numbers)
    {
        // Locked, so that whoever took the work over after a lost lease waits, and then finds them done.
        var rows = await series.Db.Set<BulkRow>().TagWith(ScopeInterceptor.ForUpdate).AsNoTracking()
            .Where(row => row.BulkId == bulk.Id && numbers.Contains(row.Number) && row.Outcome == null).OrderBy(row => row.Number).ToListAsync(context.Stop);
        await series.Lock(kind, [.. rows.Select(row => row.EntityId).Distinct()], context.Stop);
        await series.Keep(() => RunEvents.Ahead(series.Db, [.. rows.Select(row => row.UndoesRun).OfType<Guid>()], context.Stop));
        foreach (var row in rows)
            await One(series, row);
    }

    async Task One(CommandSeries series, BulkRow row)
    {
        context.Stop.ThrowIfCancellationRequested();
        var refusal = await Try(series, row);
        for (var attempt = 1; attempt < Attempts && refusal?.Kind is ProblemKind.Stale; attempt++)
            refusal = await Try(series, row);
        if (refusal is not null)
            await series.Write(db => Note(db, row, refusal), context.Stop);
    }

    async Task<Problem?> Try(CommandSeries series, BulkRow row)
    {
        var (command, sent) = input(row);
        return sent.Succeeded
            ? await series.Run(command, sent.Value, new CommandOptions { Why = why }, (db, report) => Note(db, row, report), context.Stop)
            : sent.Problem;
    }

    static void Note(HeliosDb db, BulkRow row, CommandReport report)
    {
        row.Outcome = report.Run is null ? BulkOutcome.Unchanged : BulkOutcome.Done;
        row.RunId = report.Run;
        Save(db, row);
    }

    static void Note(HeliosDb db, BulkRow row, Problem refusal)
    {
        var reason = refusal.Fields is { Count: > 0 } fields && refusal.Kind is not ProblemKind.Invalid ? $"{refusal.Text} {string.Join(' ', fields.Select(field => field.Text))}" : refusal.Text;
        row.Outcome = BulkOutcome.Refused;
        // The attempt may have left its own mark on the row before it was taken back.
        row.RunId = null;
        row.Reason = reason.Length > LongestReason ? reason[..LongestReason] : reason;
        Save(db, row);
    }

    static void Save(HeliosDb db, BulkRow row)
    {
        var entry = db.Attach(row);
        entry.Property(done => done.Outcome).IsModified = true;
        entry.Property(done => done.RunId).IsModified = true;
        entry.Property(done => done.Reason).IsModified = true;
    }

    async Task<List<int>> Left()
    {
        await using var series = await commands.Begin(context.Scope, context.Stop);
        return await series.Db.Set<BulkRow>().Where(row => row.BulkId == bulk.Id && row.Outcome == null).OrderBy(row => row.Number).Select(row => row.Number).ToListAsync(context.Stop);
    }
}
