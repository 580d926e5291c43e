using Helios.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Helios.Kernel.CustomFields;

/// <summary>The mapping of the rows of values and of the functions that read the JSON column (Migrations/0013_custom_fields.sql).</summary>
static class CustomFieldModel
{
    static readonly (string Method, string Function)[] Functions =
    [
        (nameof(HeliosDb.CustomText), "helios_custom_text"),
        (nameof(HeliosDb.CustomKey), "helios_custom_key"),
        (nameof(HeliosDb.CustomFlag), "helios_custom_flag"),
        (nameof(HeliosDb.CustomNumber), "helios_custom_number"),
        (nameof(HeliosDb.CustomDay), "helios_custom_day"),
        (nameof(HeliosDb.CustomReference), "helios_custom_reference"),
    ];

    public static void Configure(ModelBuilder model)
    {
        model.Entity<CustomFieldValueRow>(row => row.ToTable("custom_field_value").HasKey(v => new { v.OrganizationId, v.EntityId, v.FieldId, v.N }));
        foreach (var (method, function) in Functions)
            model.HasDbFunction(typeof(HeliosDb).GetMethod(method)!).HasName(function).HasParameter("fields").HasStoreType("jsonb");
    }
}
