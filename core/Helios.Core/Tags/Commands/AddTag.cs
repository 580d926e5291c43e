using System.ComponentModel.DataAnnotations;
using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Entities;
using Helios.Kernel.Problems;
using Helios.Kernel.Search;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Tags.Commands;

/// <summary>Puts a tag on an entity; the tag is made if there is none of that name yet. A former name leads to the tag that has it now.</summary>
/// <param name="Entity">The entity.</param>
/// <param name="Tag">The tag's name; case, accents and double spaces do not matter.</param>
public sealed record AddTag(
    [property: Target] EntityRef<Entity> Entity,
    [property: Required(ErrorMessage = "Give the tag a name."), MaxLength(Tags.Tag.Longest, ErrorMessage = "A tag has at most 40 characters.")]
    [property: RegularExpression(@"^[^\p{C}]*$", ErrorMessage = "A tag is one line of plain text.")]
    string Tag) : ICommand<TagView>
{
    /// <summary>More tags tell nothing any more.</summary>
    const int Most = 50;

    public sealed class Handler(HeliosDb db) : ICommandHandler<AddTag, TagView>
    {
        public async Task<Outcome<TagView>> Handle(AddTag command, CommandContext context)
        {
            var entity = command.Entity.Entity;
            if (TagNames.Refuse(command.Tag) is { } refusal)
                return Problem.Invalid("tag", refusal);
            var keys = await db.Set<EntityTag>().Where(tag => tag.EntityId == entity.Id).Select(tag => tag.Tag).ToListAsync(context.Stop);
            var tag = await Named(command.Tag, context);
            if (keys.Contains(tag.Key, StringComparer.Ordinal))
                return TagView.Of(tag);
            if (tag.ArchivedAt is not null)
                return Problem.Conflict("tags.add.archived", $"The tag “{tag.Name}” is archived. Restore it in Settings > Tags, or take another one.");
            if (keys.Count >= Most)
                return Problem.Conflict("tags.add.too_many", $"{entity.Key} has {Most} tags already. Remove one first.");
            db.Add(new EntityTag { EntityId = entity.Id, Tag = tag.Key, CreatedAt = context.Now });
            return TagView.Of(tag);
        }

        async Task<Tag> Named(string typed, CommandContext context)
        {
            var tag = await TagNames.Find(db, typed, context.Stop) ?? await Make(typed, context);
            return tag.MergingInto is { } other ? await db.Set<Tag>().SingleAsync(into => into.Key == other, context.Stop) : tag;
        }

        /// <summary>Two people may make the same tag at the same moment: the second takes the first one's.</summary>
        async Task<Tag> Make(string typed, CommandContext context)
        {
            var (key, name) = (Folding.Of(typed), TagNames.Written(typed));
            await db.Database.ExecuteSqlAsync($"select helios_tag_made({db.OrganizationId}, {key}, {name}, {context.Now})", context.Stop);
            return (await TagNames.Find(db, typed, context.Stop))!;
        }
    }
}
