using Helios.Core.Tags.Commands;
using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Tags;

/// <summary>Does a merge of a tag that many entities have, a thousand at a time. Killed at any moment, it goes on with those that are left.</summary>
public sealed class RunTagMerge(HeliosDb db, CommandPipeline commands) : IJobHandler<RunTagMerge.Work>
{
    public const string Name = "tags.merge";

    /// <summary>Which tag into which.</summary>
    /// <param name="From">The key of the tag that ends.</param>
    /// <param name="Into">The key of the tag that stays.</param>
    public sealed record Work(string From, string Into);

    /// <summary>Moves all that is left. A wish to cancel is not followed: it would leave two tags of which one leads to the other.</summary>
    public async Task Run(Work payload, JobContext context)
    {
        db.Scope = context.Scope;
        var total = await db.Set<EntityTag>().CountAsync(row => row.Tag == payload.From, context.Stop);
        var done = 0;
        FinishTagMerge.Result step;
        do
        {
            step = (await commands.Run(new FinishTagMerge(payload.From), context.Scope, stop: context.Stop)).Expect();
            done += step.Moved;
            await context.Progress(done, Math.Max(total, done), $"{done:N0} of {total:N0} moved");
        }
        while (!step.IsDone);
    }
}
