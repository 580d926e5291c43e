using Helios.Kernel.Entities;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Attachments;

/// <summary>The mapping of <see cref="Attachment"/> (Migrations/0006_attachments.sql).</summary>
static class AttachmentTable
{
    public static void Map(ModelBuilder model) => model.Entity<Attachment>(attachment =>
    {
        attachment.ToTable("attachment").HasKey(a => new { a.OrganizationId, a.Id });
        attachment.HasOne<EntityRow>().WithMany().HasForeignKey(a => new { a.OrganizationId, a.EntityId }).OnDelete(DeleteBehavior.Restrict);
    });
}
