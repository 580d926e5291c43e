using System.ComponentModel.DataAnnotations;
using Helios.Core.Identity;
using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Problems;

namespace Helios.Core.Tags.Commands;

/// <summary>Puts a tag away: nothing new is tagged with it, and completion leaves it out. What has it keeps it.</summary>
/// <param name="Tag">The tag's name or key.</param>
public sealed record ArchiveTag([property: Required, MaxLength(80)] string Tag) : ICommand<TagView>
{
    public sealed class Handler(HeliosDb db) : ICommandHandler<ArchiveTag, TagView>
    {
        public async Task<Outcome<TagView>> Handle(ArchiveTag command, CommandContext context)
        {
            var target = await TagNames.Target(db, command.Tag, context.Stop);
            if (!target.Succeeded)
                return target.Problem;
            var tag = target.Value;
            if (tag.ArchivedAt is null)
            {
                tag.ArchivedAt = context.Now;
                await context.TellOfActor(db, "tag.archived", old: false, now: true);
            }

            return TagView.Of(tag);
        }
    }
}
