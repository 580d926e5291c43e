using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Jobs;
using Helios.Kernel.Modules;
using Helios.Kernel.Problems;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Helios.Kernel.Effects;

/// <summary>
/// Makes the calls of an operation, one after the other, each between two committed marks: <c>calling</c> before it and what
/// became of it after. Killed in between, the next run finds the first mark and knows that the call is unclear.
/// </summary>
public sealed class RunOperation(
    HeliosDb db, Registry registry, IServiceProvider services, NpgsqlDataSource database, CommandPipeline commands, OperationSignal ended, TimeProvider time) : IJobHandler<RunOperation.Work>
{
    public const string Name = "operations.run";

    /// <summary>So often is a call made that fails without having done anything, or that may be repeated.</summary>
    public const int Attempts = 5;

    const string Interrupted = "The server stopped during the call. Whether it was done is not known.";

    readonly OperationTable table = new(database, time);

    /// <summary>Which operation.</summary>
    /// <param name="Operation">Its id.</param>
    public sealed record Work(Guid Operation);

    public async Task Run(Work payload, JobContext context)
    {
        db.Scope = context.Scope;
        var operation = await db.Set<Operation>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == payload.Operation, context.Stop);
        if (operation is null or { FinishedAt: not null })
            return;
        var effect = registry.Effects.FirstOrDefault(one => one.Name == operation.Name)
            ?? throw new InvalidOperationException($"Nothing here makes the calls of {operation.Name}. Install its module and retry this job.");

        var total = await db.Set<OperationItem>().CountAsync(item => item.OperationId == operation.Id, context.Stop);
        foreach (var left in await Items(operation.Id, ItemState.Calling, context.Stop))
            await Settle(effect, left, EffectAnswer.Unclear(Interrupted));
        foreach (var item in await Items(operation.Id, ItemState.Waiting, context.Stop))
        {
            if (item.NextAt > time.GetUtcNow())
                continue;
            await context.Progress(item.Number - 1, total);
            if (await table.Begin(item, context.Stop) is { } attempt)
                await Settle(effect, attempt, await Call(effect, attempt, context));
        }

        if (await table.NextOf(operation, context.Stop) is { } next)
            context.Again(next - time.GetUtcNow());
        else
            await Finish(effect, operation, context);
    }

    async Task<EffectAnswer> Call(EffectDeclaration effect, OperationItem item, JobContext context)
    {
        // A node that stops lets the call come to its end: one that is cut off is unclear.
        using var limit = new CancellationTokenSource(effect.Limit, time);
        try
        {
            return await effect.Call(services, item.Request, new EffectCall(OperationItem.KeyOf(item.OperationId, item.Number), item.Attempts, context.Scope, limit.Token));
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            return EffectAnswer.Unclear($"No answer came within {effect.Limit.TotalSeconds:0} seconds.");
        }
        catch (Exception e)
        {
            return EffectAnswer.Unclear(e.Message);
        }
    }

    /// <summary>Writes what became of a call; one that may be repeated waits for its next attempt.</summary>
    Task Settle(EffectDeclaration effect, OperationItem item, EffectAnswer answer)
    {
        var mayRepeat = answer.Kind == EffectAnswerKind.NotDone || (answer.Kind == EffectAnswerKind.Unclear && effect.IsRepeatable);
        if (mayRepeat && item.Attempts < Attempts)
            return table.Later(item, answer, answer.After ?? JobRunner.BackOff(item.Attempts));
        var state = answer.Kind switch
        {
            EffectAnswerKind.Done => ItemState.Done,
            EffectAnswerKind.Unclear => ItemState.Unknown,
            _ => ItemState.Failed,
        };
        return table.End(item, state, answer);
    }

    /// <summary>The second phase: the result's own command, once, and then the operation is over.</summary>
    async Task Finish(EffectDeclaration effect, Operation operation, JobContext context)
    {
        var view = (await Operations.Find(db, registry, operation.Id, context.Stop))!;
        view = view with { State = OperationState.Of([.. view.Items.Select(item => item.State)]) };
        if (effect.Result(services, view, operation.SubjectId) is { } result)
        {
            var outcome = await commands.Run(result, context.Scope, new CommandOptions { IdempotencyKey = $"operation:{operation.Id:N}" }, context.Stop);
            // What the operation was about may be gone by now; then nobody asks for its result.
            if (outcome.Problem is { Kind: not ProblemKind.NotFound } problem)
                throw new InvalidOperationException($"The result could not be written: {problem.Text}");
        }

        await table.Finish(operation, view.State, context.Stop);
        ended.Raise(operation.Id);
        await context.Progress(view.Items.Count, view.Items.Count, view.Trouble);
    }

    Task<List<OperationItem>> Items(Guid operation, string state, CancellationToken stop) => db.Set<OperationItem>().AsNoTracking()
        .Where(item => item.OperationId == operation && item.State == state).OrderBy(item => item.Number).ToListAsync(stop);
}
