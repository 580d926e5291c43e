using System.ComponentModel.DataAnnotations;
using Helios.Core.Identity;
using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Problems;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Tags.Commands;

/// <summary>Moves the next rows of a large merge of tags, and ends it when none are left.</summary>
/// <param name="Tag">The tag that ends.</param>
public sealed record FinishTagMerge([property: Required, MaxLength(80)] string Tag) : ICommand<FinishTagMerge.Result>
{
    /// <summary>How far it is.</summary>
    /// <param name="Moved">How many entities were moved.</param>
    /// <param name="IsDone">Whether none are left.</param>
    public sealed record Result(int Moved, bool IsDone);

    public sealed class Handler(HeliosDb db) : ICommandHandler<FinishTagMerge, Result>
    {
        public async Task<Outcome<Result>> Handle(FinishTagMerge command, CommandContext context)
        {
            var tag = await db.Set<Tag>().TagWith(ScopeInterceptor.ForUpdate).FirstOrDefaultAsync(found => found.Key == command.Tag, context.Stop);
            if (tag?.MergingInto is not { } into)
                return new Result(0, IsDone: true);
            var merge = new TagMerge(db, tag.Key, into);
            var moved = await merge.Move(context.Now, context.Stop);
            if (await merge.Waiting(1, context.Stop) > 0)
                return new Result(moved, IsDone: false);
            await context.TellOfActor(db, "entity_tag.tag", tag.Name, into);
            await merge.End(context.Stop);
            return new Result(moved, IsDone: true);
        }
    }
}
