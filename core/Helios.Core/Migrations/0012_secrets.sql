-- Secrets that an organization keeps for what it connects with: named, sealed, never listed with their value.

create table organization_secret (
  organization_id uuid not null references platform.organization (id),
  id uuid not null,
  key text not null,
  staff_readable boolean not null,
  version bigint not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  archived_at timestamptz,
  name text collate "und-x-icu" not null check (length(name) between 1 and 120),
  name_key text not null,
  description text check (length(description) between 1 and 500),
  replaced_at timestamptz not null,
  revision integer not null,
  sealed bytea,
  primary key (organization_id, id),
  unique (organization_id, key)
);
create unique index organization_secret_name on organization_secret (organization_id, name_key) where archived_at is null;
create index organization_secret_list on organization_secret (organization_id, name, id);
create index organization_secret_updated on organization_secret (organization_id, updated_at desc, id desc);
create index organization_secret_replaced on organization_secret (organization_id, replaced_at, id);
select helios_owned('organization_secret');
