using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Importing;

/// <summary>The mapping of imports (Migrations/0004_importing.sql).</summary>
static class ImportTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Import>(import =>
        {
            import.ToTable("import").HasKey(i => new { i.OrganizationId, i.Id });
            import.Ignore(i => i.IsAtWork).Ignore(i => i.Fields);
        });
        model.Entity<ImportFile>(file => file.ToTable("import_file").HasKey(f => new { f.OrganizationId, f.ImportId }));
        model.Entity<ImportRow>(row => row.ToTable("import_row").HasKey(r => new { r.OrganizationId, r.ImportId, r.Number }));
        // No navigation leads there, but a save must write an import before its file and its rows.
        model.Entity<ImportFile>().HasOne<Import>().WithMany().HasForeignKey(f => new { f.OrganizationId, f.ImportId }).OnDelete(DeleteBehavior.Restrict);
        model.Entity<ImportRow>().HasOne<Import>().WithMany().HasForeignKey(r => new { r.OrganizationId, r.ImportId }).OnDelete(DeleteBehavior.Restrict);
    }
}
