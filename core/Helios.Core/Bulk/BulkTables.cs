using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Bulk;

/// <summary>The mapping of bulk changes (Migrations/0005_bulk.sql).</summary>
static class BulkTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<BulkChange>(bulk =>
        {
            bulk.ToTable("bulk_change").HasKey(b => new { b.OrganizationId, b.Id });
            bulk.Ignore(b => b.IsAtWork);
        });
        model.Entity<BulkRow>(row =>
        {
            row.ToTable("bulk_row").HasKey(r => new { r.OrganizationId, r.BulkId, r.Number });
            // No navigation leads there, but a save must write a bulk change before its rows.
            row.HasOne<BulkChange>().WithMany().HasForeignKey(r => new { r.OrganizationId, r.BulkId }).OnDelete(DeleteBehavior.Restrict);
        });
    }
}
