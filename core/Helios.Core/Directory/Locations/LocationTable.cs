using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Directory.Locations;

/// <summary>The mapping of <see cref="Location"/> (Migrations/0001_people.sql).</summary>
static class LocationTable
{
    public static void Map(ModelBuilder model) => model.Entity<Location>(location =>
    {
        location.ToTable("location").HasKey(l => new { l.OrganizationId, l.Id });
        location.Property(l => l.Version).IsConcurrencyToken();
        location.Ignore(l => l.OnOneLine);
        location.HasOne<Location>().WithMany().HasForeignKey(l => new { l.OrganizationId, l.ParentId }).IsRequired(false).OnDelete(DeleteBehavior.Restrict);
        // The manager has no relationship in the model: with that of a user to his location it would be a circle, which EF Core refuses. The database has the foreign key.
    });
}
