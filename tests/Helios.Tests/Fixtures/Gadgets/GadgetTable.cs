using Helios.Kernel.Data.Migrating;
using Microsoft.EntityFrameworkCore;

namespace Helios.Tests.Fixtures.Gadgets;

static class GadgetTable
{
    public static MigrationSource Schema => TestSchema.Further(Sql);

    const string Sql =
        """
        create table gadget (
          organization_id uuid not null references platform.organization (id),
          id uuid not null,
          key text not null,
          staff_readable boolean not null,
          version bigint not null,
          created_at timestamptz not null,
          updated_at timestamptz not null,
          archived_at timestamptz,
          name text not null,
          owner_id uuid,
          code text,
          primary key (organization_id, id),
          constraint gadget_name unique (organization_id, name)
        );
        select helios_owned('gadget');
        select helios_numbered('gadget');
        create table gadget_note (
          organization_id uuid not null,
          id uuid not null,
          entity_id uuid not null,
          text text not null,
          primary key (organization_id, id),
          foreign key (organization_id, entity_id) references gadget (organization_id, id)
        );
        select helios_owned('gadget_note');
        """;

    public static void Map(ModelBuilder model)
    {
        model.Entity<Gadget>(row => row.ToTable("gadget").HasKey(e => new { e.OrganizationId, e.Id }));
        model.Entity<GadgetNote>(row => row.ToTable("gadget_note").HasKey(e => new { e.OrganizationId, e.Id }));
    }
}
