using Helios.Kernel.Entities;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Tags;

/// <summary>The mapping of <see cref="Tag"/> and <see cref="EntityTag"/> (Migrations/0002_everywhere.sql).</summary>
static class TagTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Tag>(tag => tag.ToTable("tag").HasKey(t => new { t.OrganizationId, t.Key }));
        model.Entity<EntityTag>(tag =>
        {
            tag.ToTable("entity_tag").HasKey(t => new { t.OrganizationId, t.EntityId, t.Tag });
            tag.HasOne<EntityRow>().WithMany().HasForeignKey(t => new { t.OrganizationId, t.EntityId }).OnDelete(DeleteBehavior.Restrict);
        });
    }
}
