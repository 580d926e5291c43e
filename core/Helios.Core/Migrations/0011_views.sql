-- Views of lists that people keep, and where each of them has which view.

select helios_numbered('user');
select helios_numbered('location');
select helios_numbered('import');
select helios_numbered('bulk_change');
select helios_numbered('alert');

create table saved_view (
  organization_id uuid not null references platform.organization (id),
  id uuid not null,
  kind text not null,
  name text not null check (length(name) between 1 and 80),
  filter text not null check (length(filter) <= 2000),
  sort text,
  columns text[] not null,
  layout text not null check (layout in ('table', 'board')),
  audience text not null check (audience in ('me', 'staff', 'owner', 'it_staff', 'user', 'everybody')),
  account_id uuid not null,
  created_at timestamptz not null,
  deleted_at timestamptz,
  primary key (organization_id, id)
);
-- Own views, and those of everybody that are shared: few, and read together.
create index saved_view_own on saved_view (organization_id, account_id) where deleted_at is null;
create index saved_view_shared on saved_view (organization_id, audience) where deleted_at is null;
select helios_owned('saved_view');

-- Stock views have a name and no row, so a place names its view by text.
create table view_place (
  organization_id uuid not null references platform.organization (id),
  account_id uuid not null,
  kind text not null,
  view text not null,
  position integer,
  is_pinned boolean not null,
  is_default boolean not null,
  primary key (organization_id, account_id, kind, view)
);
select helios_owned('view_place');
