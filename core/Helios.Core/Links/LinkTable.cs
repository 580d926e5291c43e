using Helios.Kernel.Entities;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Links;

/// <summary>The mapping of <see cref="Link"/> and <see cref="RelationType"/> (Migrations/0002_everywhere.sql, 0008_relations.sql).</summary>
static class LinkTable
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Link>(link =>
        {
            link.ToTable("link").HasKey(l => new { l.OrganizationId, l.Id });
            link.HasOne<EntityRow>().WithMany().HasForeignKey(l => new { l.OrganizationId, l.FromId }).OnDelete(DeleteBehavior.Restrict);
            link.HasOne<EntityRow>().WithMany().HasForeignKey(l => new { l.OrganizationId, l.ToId }).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<RelationType>(relation => relation.ToTable("relation_type").HasKey(r => new { r.OrganizationId, r.Id }));
    }
}
