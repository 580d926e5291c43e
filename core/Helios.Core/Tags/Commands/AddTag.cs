using System.ComponentModel.DataAnnotations;
using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Entities;
using Helios.Kernel.Problems;
using Helios.Kernel.Search;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Tags.Commands;

/// <summary>Puts a tag on an entity; the tag is made if there is none of that name yet.</summary>
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
            var key = Folding.Of(command.Tag);
            if (key.Length is 0 or > 80)
                return Problem.Invalid("tag", "Give the tag a name of letters or digits.");
            var keys = await db.Set<EntityTag>().Where(tag => tag.EntityId == entity.Id).Select(tag => tag.Tag).ToListAsync(context.Stop);
            var name = await NameOf(key, command.Tag, context);
            if (keys.Contains(key, StringComparer.Ordinal))
                return new TagView(key, name);
            if (keys.Count >= Most)
                return Problem.Conflict("tags.add.too_many", $"{entity.Key} has {Most} tags already. Remove one first.");
            db.Add(new EntityTag { EntityId = entity.Id, Tag = key, CreatedAt = context.Now });
            return new TagView(key, name);
        }

        /// <summary>Two people may make the same tag at the same moment: the second takes the first one's.</summary>
        async Task<string> NameOf(string key, string typed, CommandContext context)
        {
            var name = string.Join(' ', typed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            var names = await db.Database.SqlQuery<string>(
                $"""
                insert into tag (organization_id, key, name, created_at) values ({db.OrganizationId}, {key}, {name}, {context.Now})
                on conflict (organization_id, key) do update set key = excluded.key returning name as "Value"
                """).ToListAsync(context.Stop);
            return names[0];
        }
    }
}
