using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Secrets;

/// <summary>The mapping of <see cref="OrganizationSecret"/> (Migrations/0012_secrets.sql).</summary>
static class SecretTable
{
    public static void Map(ModelBuilder model) => model.Entity<OrganizationSecret>(secret =>
        secret.ToTable("organization_secret").HasKey(s => new { s.OrganizationId, s.Id }));
}
