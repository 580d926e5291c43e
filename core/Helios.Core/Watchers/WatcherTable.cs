using Helios.Core.Directory.People;
using Helios.Kernel.Entities;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Watchers;

/// <summary>The mapping of <see cref="Watcher"/> (Migrations/0010_inbox.sql, 0017_watched_undo.sql).</summary>
static class WatcherTable
{
    public static void Map(ModelBuilder model) => model.Entity<Watcher>(watcher =>
    {
        watcher.ToTable("watcher").HasKey(w => new { w.OrganizationId, w.EntityId, w.UserId });
        watcher.HasOne<EntityRow>().WithMany().HasForeignKey(w => new { w.OrganizationId, w.EntityId }).OnDelete(DeleteBehavior.Cascade);
        watcher.HasOne<User>().WithMany().HasForeignKey(w => new { w.OrganizationId, w.UserId }).OnDelete(DeleteBehavior.Restrict);
    });
}
