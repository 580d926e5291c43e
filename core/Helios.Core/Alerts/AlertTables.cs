using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Alerts;

/// <summary>The mapping of alerts (Migrations/0007_alerts.sql).</summary>
static class AlertTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Alert>(alert => alert.ToTable("alert").HasKey(a => new { a.OrganizationId, a.Id }));
        model.Entity<AlertTarget>(target => target.ToTable("alert_target").HasKey(t => t.OrganizationId));
    }
}
