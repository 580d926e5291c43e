using Helios.Kernel.Data.Migrating;
using Helios.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace Helios.Tests.Growing.Broken;

static class OddityTable
{
    /// <summary>No wall, an id first in the key, a column that nobody maps, one that may be null, one that is not leakproof, no index for the sort key.</summary>
    public static MigrationSource Schema => TestSchema.Further(Sql);

    const string Sql =
        """
        create table oddity (
          organization_id uuid not null,
          id uuid not null,
          key text not null,
          staff_readable boolean not null,
          version bigint not null,
          created_at timestamptz not null,
          updated_at timestamptz not null,
          archived_at timestamptz,
          name text not null,
          mood text,
          weight numeric not null,
          stray text,
          owner_id uuid references platform.account (id),
          primary key (id, organization_id)
        );
        select helios_grant('select, insert, update', 'oddity');
        select helios_numbered('oddity');
        create table platform.oddity_secret (id integer primary key);
        select helios_grant('select, insert', 'platform.oddity_secret');
        """;

    public static void Map(ModelBuilder model) => model.Entity<Oddity>(row => row.ToTable("oddity").HasKey(e => new { e.OrganizationId, e.Id }));
}
