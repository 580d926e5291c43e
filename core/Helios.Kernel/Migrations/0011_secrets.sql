-- What stands below the root key (docs/secrets.md): keys that are kept for the whole installation, and the keys of organizations.

-- Each is sealed under the root key; what may be known of it (the public half of a signing key) stands beside it.
create table platform.kept_key (
  name text primary key check (name ~ '^[a-z][a-z0-9:_-]{1,79}$'),
  sealed bytea not null,
  public bytea,
  created_at timestamptz not null
);
select helios_grant('select, insert', 'platform.kept_key');

-- One key for each purpose, in versions. Only the active one seals; a retired one is gone and opens nothing any more.
create table organization_key (
  organization_id uuid not null references platform.organization (id),
  purpose text not null check (purpose ~ '^[a-z][a-z_]{1,39}$'),
  version integer not null check (version > 0),
  sealed bytea,
  state text not null check (state in ('active', 'decrypt_only', 'retired')),
  created_at timestamptz not null,
  retired_at timestamptz,
  primary key (organization_id, purpose, version),
  check ((state = 'retired') = (sealed is null))
);
create unique index organization_key_active on organization_key (organization_id, purpose) where state = 'active';
select helios_owned('organization_key', 'select, insert, update');
