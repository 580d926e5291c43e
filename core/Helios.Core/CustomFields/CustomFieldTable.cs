using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Helios.Core.CustomFields;

/// <summary>The mapping of <see cref="CustomField"/> (Migrations/0014_custom_fields.sql).</summary>
static class CustomFieldTable
{
    public static void Map(ModelBuilder model) => model.Entity<CustomField>(field =>
    {
        field.ToTable("custom_field").HasKey(f => new { f.OrganizationId, f.Id });
        field.Property(f => f.Choices).HasColumnType("jsonb").HasConversion(
            choices => choices.ToJson(),
            json => CustomFieldChoices.Parse(json),
            new ValueComparer<CustomFieldChoices>((one, other) => object.Equals(one, other), choices => choices.GetHashCode(), choices => choices));
        field.Property(f => f.Default).HasColumnType("text");
    });
}
