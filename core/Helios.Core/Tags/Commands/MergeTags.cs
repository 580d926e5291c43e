using System.ComponentModel.DataAnnotations;
using Helios.Core.Identity;
using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Problems;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Tags.Commands;

/// <summary>Merges a tag into another one: all that has it has the other instead, and its name leads there from now on.</summary>
/// <remarks>
/// One event tells it, on the page of whoever did it: on each of ten thousand tickets nothing changed but the name of a word. More
/// than a thousand are moved by a job; meanwhile filters find the moved under the one name and the others under the other.
/// </remarks>
/// <param name="Tag">The tag that ends.</param>
/// <param name="Into">The tag that stays.</param>
public sealed record MergeTags([property: Required, MaxLength(80)] string Tag, [property: Required(ErrorMessage = "Choose the tag that stays."), MaxLength(80)] string Into) : ICommand<MergeTags.Result>
{
    /// <summary>What became of the merge.</summary>
    /// <param name="Into">The tag that stays.</param>
    /// <param name="IsDone">Whether it is done; else a job works on it.</param>
    /// <param name="Job">The job, or null.</param>
    public sealed record Result(TagView Into, bool IsDone, Guid? Job);

    public sealed class Handler(HeliosDb db) : ICommandHandler<MergeTags, Result>
    {
        public async Task<Outcome<Result>> Handle(MergeTags command, CommandContext context)
        {
            var target = await TagNames.Target(db, command.Tag, context.Stop);
            if (!target.Succeeded)
                return target.Problem;
            if (await TagNames.Find(db, command.Into, context.Stop) is not { } into)
                return Problem.Invalid("into", $"There is no tag “{command.Into}”. Take one from the list.");
            var tag = target.Value;
            if (into.Key == tag.Key)
                return Problem.Invalid("into", "A tag cannot be merged into itself. Choose another one.");
            if (tag.MergingInto is not null || into.MergingInto is not null || await IsAwaited(tag, context))
                return Problem.Conflict("tags.merge.running", "One of the two is being merged at this moment. Wait until that is done.");
            await context.TellOfActor(db, "entity_tag.tag", tag.Name, into.Name);
            var merge = new TagMerge(db, tag.Key, into.Key);
            if (await merge.Waiting(TagMerge.AtOnce + 1, context.Stop) > TagMerge.AtOnce)
            {
                tag.MergingInto = into.Key;
                return new Result(TagView.Of(into), IsDone: false, context.Enqueue(RunTagMerge.Name, new RunTagMerge.Work(tag.Key, into.Key)).Id);
            }

            await merge.Move(context.Now, context.Stop);
            await merge.End(context.Stop);
            return new Result(TagView.Of(into), IsDone: true, Job: null);
        }

        Task<bool> IsAwaited(Tag tag, CommandContext context) => db.Set<Tag>().AnyAsync(other => other.MergingInto == tag.Key, context.Stop);
    }
}
