using Helios.Kernel.Entities;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Notifications;

/// <summary>The mapping of inboxes and their settings (Migrations/0010_inbox.sql).</summary>
static class InboxTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<InboxEntry>(entry =>
        {
            entry.ToTable("inbox_entry").HasKey(e => new { e.OrganizationId, e.Id });
            entry.HasOne<EntityRow>().WithMany().HasForeignKey(e => new { e.OrganizationId, e.EntityId }).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<NotificationSetting>(setting => setting.ToTable("notification_setting").HasKey(s => new { s.OrganizationId, s.UserId }));
    }
}
