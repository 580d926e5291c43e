using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Organizations;

/// <summary>The mapping of organizations and their switches (kernel 0001, core 0003).</summary>
static class OrganizationTables
{
    const string Platform = "platform";

    public static void Map(ModelBuilder model)
    {
        model.Entity<Organization>(row => row.ToTable("organization", Platform).HasKey(o => o.Id));
        model.Entity<ModuleSwitch>(row => row.ToTable("module_switch", Platform).HasKey(s => new { s.OrganizationId, s.Module }));
        model.Entity<Installation>(row => row.ToTable("installation", Platform).HasKey(i => i.Id));
    }
}
