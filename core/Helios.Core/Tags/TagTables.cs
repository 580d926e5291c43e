using Helios.Kernel.Entities;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Tags;

/// <summary>The mapping of tags (Migrations/0002_everywhere.sql, 0009_tags.sql).</summary>
static class TagTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Tag>(tag => tag.ToTable("tag").HasKey(t => new { t.OrganizationId, t.Key }));
        model.Entity<TagName>(name =>
        {
            name.ToTable("tag_name").HasKey(n => new { n.OrganizationId, n.Name });
            name.HasOne<Tag>().WithMany().HasForeignKey(n => new { n.OrganizationId, n.Tag }).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<EntityTag>(tag =>
        {
            tag.ToTable("entity_tag").HasKey(t => new { t.OrganizationId, t.EntityId, t.Tag });
            tag.HasOne<EntityRow>().WithMany().HasForeignKey(t => new { t.OrganizationId, t.EntityId }).OnDelete(DeleteBehavior.Restrict);
        });
    }
}
