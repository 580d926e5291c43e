using Helios.Kernel.Entities;
using Microsoft.EntityFrameworkCore;

namespace Helios.Kernel.Data;

/// <summary>The first wall between organizations: a named filter on every owned table. Row-level security is the second.</summary>
static class OwnedRows
{
    public const string Organization = "Organization";

    public static void Filter(HeliosDb db, ModelBuilder model)
    {
        var own = typeof(OwnedRows).GetMethod(nameof(Own), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!;
        foreach (var type in model.Model.GetEntityTypes().Select(entity => entity.ClrType).Where(typeof(IOwned).IsAssignableFrom).ToList())
            own.MakeGenericMethod(type).Invoke(null, [db, model]);
    }

    static void Own<T>(HeliosDb db, ModelBuilder model)
        where T : class, IOwned =>
        model.Entity<T>().HasQueryFilter(Organization, row => row.OrganizationId == db.OrganizationId);
}
