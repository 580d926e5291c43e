-- Files: their contents stand in a folder, each organization's apart; the tables name them by SHA-256.

-- A file that came in whole and waits for the command that takes it.
create table upload (
  organization_id uuid not null references platform.organization (id),
  id uuid not null,
  account_id uuid not null,
  content_hash text collate "C" not null check (content_hash ~ '^[0-9a-f]{64}$'),
  name text not null check (length(name) between 1 and 200),
  size bigint not null check (size > 0),
  media_type text not null,
  width integer,
  height integer,
  created_at timestamptz not null,
  primary key (organization_id, id)
);
create index upload_account on upload (organization_id, account_id);
create index upload_content on upload (organization_id, content_hash);
create index upload_created on upload (organization_id, created_at);
select helios_owned('upload');

-- Contents that nothing refers to, and since when that is known.
create table file_orphan (
  organization_id uuid not null,
  content_hash text collate "C" not null,
  since timestamptz not null,
  primary key (organization_id, content_hash)
);
select helios_owned('file_orphan');
