using Helios.Core.Identity.Accounts;
using Helios.Core.Identity.Sessions;
using Helios.Core.Identity.Tokens;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Identity;

/// <summary>The mapping of accounts and what they carry (Migrations/0003_identity.sql).</summary>
static class IdentityTables
{
    const string Platform = "platform";

    public static void Map(ModelBuilder model)
    {
        model.Entity<Account>(row => row.ToTable("account", Platform).HasKey(a => a.Id));
        model.Entity<Session>(row => row.ToTable("session", Platform).HasKey(s => s.Id));
        model.Entity<Membership>(row =>
        {
            row.ToTable("membership", Platform).HasKey(m => new { m.AccountId, m.OrganizationId });
            row.HasOne<Account>().WithMany().HasForeignKey(m => m.AccountId);
        });
        model.Entity<AccessToken>(row => row.ToTable("access_token", Platform).HasKey(t => t.Id));
        model.Entity<Invitation>(row =>
        {
            row.ToTable("invitation", Platform).HasKey(i => i.Id);
            row.Property(i => i.UsedAt).IsConcurrencyToken();
        });
    }
}
