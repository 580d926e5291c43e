using Helios.Core.Directory.Locations;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Directory.People;

/// <summary>The mapping of <see cref="User"/> (Migrations/0001_people.sql).</summary>
static class UserTable
{
    public static void Map(ModelBuilder model) => model.Entity<User>(user =>
    {
        user.ToTable("user").HasKey(u => new { u.OrganizationId, u.Id });
        user.Property(u => u.Version).IsConcurrencyToken();
        // A save writes a new location before whoever works there.
        user.HasOne<Location>().WithMany().HasForeignKey(u => new { u.OrganizationId, u.LocationId }).IsRequired(false).OnDelete(DeleteBehavior.Restrict);
    });
}
