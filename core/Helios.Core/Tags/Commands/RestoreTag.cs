using System.ComponentModel.DataAnnotations;
using Helios.Core.Identity;
using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Problems;

namespace Helios.Core.Tags.Commands;

/// <summary>Brings an archived tag back.</summary>
/// <param name="Tag">The tag's name or key.</param>
public sealed record RestoreTag([property: Required, MaxLength(80)] string Tag) : ICommand<TagView>
{
    public sealed class Handler(HeliosDb db) : ICommandHandler<RestoreTag, TagView>
    {
        public async Task<Outcome<TagView>> Handle(RestoreTag command, CommandContext context)
        {
            var target = await TagNames.Target(db, command.Tag, context.Stop);
            if (!target.Succeeded)
                return target.Problem;
            var tag = target.Value;
            if (tag.ArchivedAt is not null)
            {
                tag.ArchivedAt = null;
                await context.TellOfActor(db, "tag.archived", old: true, now: false);
            }

            return TagView.Of(tag);
        }
    }
}
