using System.ComponentModel.DataAnnotations;
using Helios.Core.Identity;
using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Input;
using Helios.Kernel.Problems;
using Helios.Kernel.Search;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Tags.Commands;

/// <summary>Gives a tag another name or color, wherever it stands. Filters by its former name go on finding it.</summary>
/// <param name="Tag">The tag's name or key.</param>
/// <param name="Name">Its new name, in any script.</param>
/// <param name="Color">gray, red, amber, green, teal, blue, violet or pink.</param>
public sealed record UpdateTag(
    [property: Required, MaxLength(80)] string Tag,
    [property: MaxLength(Tags.Tag.Longest, ErrorMessage = "A tag has at most 40 characters.")]
    [property: RegularExpression(@"^[^\p{C}]*$", ErrorMessage = "A tag is one line of plain text.")]
    Optional<string> Name,
    [property: MinLength(1, ErrorMessage = "A color is gray, red, amber, green, teal, blue, violet or pink.")]
    [property: RegularExpression("^(gray|red|amber|green|teal|blue|violet|pink)$", ErrorMessage = "A color is gray, red, amber, green, teal, blue, violet or pink.")]
    Optional<string> Color) : ICommand<TagView>
{
    public sealed class Handler(HeliosDb db) : ICommandHandler<UpdateTag, TagView>
    {
        public async Task<Outcome<TagView>> Handle(UpdateTag command, CommandContext context)
        {
            var target = await TagNames.Target(db, command.Tag, context.Stop);
            if (!target.Succeeded)
                return target.Problem;
            var tag = target.Value;
            if (command.Name.IsPresent && await Rename(tag, command.Name.Value ?? "", context) is { } refusal)
                return refusal;
            if (command.Color is { IsPresent: true, Value: { } color } && color != tag.Color)
            {
                await context.TellOfActor(db, "tag.color", $"{tag.Name}: {tag.Color}", $"{tag.Name}: {color}");
                tag.Color = color;
            }

            return TagView.Of(tag);
        }

        async Task<Problem?> Rename(Tag tag, string typed, CommandContext context)
        {
            if (TagNames.Refuse(typed) is { } refusal)
                return Problem.Invalid("name", refusal);
            var (name, folded) = (TagNames.Written(typed), Folding.Of(typed));
            if (name == tag.Name)
                return null;
            var known = await db.Set<TagName>().FirstOrDefaultAsync(other => other.Name == folded, context.Stop);
            if (known is not null && known.Tag != tag.Key)
                return Problem.Conflict("tags.update.taken", $"“{name}” is another tag already. Merge the two, or take another name.");
            if (known is null)
                db.Add(new TagName { Name = folded, Tag = tag.Key });
            await context.TellOfActor(db, "tag.name", tag.Name, name);
            tag.Name = name;
            return null;
        }
    }
}
