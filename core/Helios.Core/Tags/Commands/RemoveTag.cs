using System.ComponentModel.DataAnnotations;
using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Entities;
using Helios.Kernel.Problems;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Tags.Commands;

/// <summary>Takes a tag off an entity; the tag itself stays for others.</summary>
/// <param name="Entity">The entity.</param>
/// <param name="Tag">The tag's name or key.</param>
public sealed record RemoveTag(
    [property: Target] EntityRef<Entity> Entity,
    [property: Required, MaxLength(80)] string Tag) : ICommand<Nothing>
{
    public sealed class Handler(HeliosDb db) : ICommandHandler<RemoveTag, Nothing>
    {
        public async Task<Outcome<Nothing>> Handle(RemoveTag command, CommandContext context)
        {
            var entity = command.Entity.Entity.Id;
            if (await TagNames.Find(db, command.Tag, context.Stop) is not { } tag
                || await db.Set<EntityTag>().FirstOrDefaultAsync(row => row.EntityId == entity && row.Tag == tag.Key, context.Stop) is not { } found)
                return Problem.NotFound("such tag");
            db.Remove(found);
            return Nothing.Instance;
        }
    }
}
