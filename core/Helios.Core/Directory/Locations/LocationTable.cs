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
    });
}
