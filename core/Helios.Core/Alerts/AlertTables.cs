using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Alerts;

/// <summary>The mapping of alerts (Migrations/0007_alerts.sql, 0013_alert_target.sql).</summary>
static class AlertTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Alert>(alert => alert.ToTable("alert").HasKey(a => new { a.OrganizationId, a.Id }));
        model.Entity<AlertTarget>(target =>
        {
            target.ToTable("alert_target").HasKey(t => new { t.OrganizationId, t.Id });
            target.Property(t => t.Sealed).IsRequired();
        });
    }
}
