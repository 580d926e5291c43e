using Microsoft.EntityFrameworkCore;

namespace Helios.TestModule.Specimens;

static class SpecimenTable
{
    public static void Map(ModelBuilder model) => model.Entity<Specimen>(row => row.ToTable("specimen").HasKey(e => new { e.OrganizationId, e.Id }));
}
