using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Labeling;

/// <summary>The mapping of <see cref="OwnLabel"/> (Migrations/0014_custom_fields.sql).</summary>
static class LabelTable
{
    public static void Map(ModelBuilder model) => model.Entity<OwnLabel>(label => label.ToTable("label").HasKey(l => new { l.OrganizationId, l.Name }));
}
