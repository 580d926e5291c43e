-- Specimens: what a module may add to a database.

create table specimen (
  organization_id uuid not null references platform.organization (id),
  id uuid not null,
  key text not null,
  staff_readable boolean not null,
  version bigint not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  archived_at timestamptz,
  name text not null check (length(name) between 1 and 100),
  primary key (organization_id, id),
  unique (organization_id, key)
);
select helios_owned('specimen');
select helios_numbered('specimen');
