using Helios.Kernel.Entities;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Links;

/// <summary>The mapping of <see cref="Link"/> (Migrations/0002_everywhere.sql).</summary>
static class LinkTable
{
    public static void Map(ModelBuilder model) => model.Entity<Link>(link =>
    {
        link.ToTable("link").HasKey(l => new { l.OrganizationId, l.Id });
        link.HasOne<EntityRow>().WithMany().HasForeignKey(l => new { l.OrganizationId, l.FromId }).OnDelete(DeleteBehavior.Restrict);
        link.HasOne<EntityRow>().WithMany().HasForeignKey(l => new { l.OrganizationId, l.ToId }).OnDelete(DeleteBehavior.Restrict);
    });
}
