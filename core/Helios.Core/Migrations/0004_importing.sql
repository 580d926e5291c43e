-- Imports of files: what was uploaded, how its columns are read, and what became of each row.

create table import (
  organization_id uuid not null references platform.organization (id),
  id uuid not null,
  key text not null,
  staff_readable boolean not null,
  version bigint not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  archived_at timestamptz,
  target text not null,
  file_name text not null check (length(file_name) between 1 and 200),
  state text not null check (state in ('draft', 'running', 'canceling', 'canceled', 'done')),
  format text not null,
  headers text[] not null,
  columns text[] not null,
  rows integer not null,
  created integer not null default 0,
  updated integer not null default 0,
  unchanged integer not null default 0,
  refused integer not null default 0,
  warned integer not null default 0,
  started_at timestamptz,
  finished_at timestamptz,
  primary key (organization_id, id),
  unique (organization_id, key)
);
create index import_updated on import (organization_id, updated_at desc, id desc);
select helios_owned('import');

-- The file itself, until the import has ended.
create table import_file (
  organization_id uuid not null,
  import_id uuid not null,
  content bytea not null,
  primary key (organization_id, import_id),
  foreign key (organization_id, import_id) references import (organization_id, id)
);
select helios_owned('import_file');

-- What became of a row: written in the transaction that did it, so a row is never done twice.
create table import_row (
  organization_id uuid not null,
  import_id uuid not null,
  number integer not null,
  outcome text not null check (outcome in ('created', 'updated', 'unchanged', 'refused')),
  title text not null,
  entity_id uuid,
  entity_key text,
  changes text[] not null default '{}',
  warnings text[] not null default '{}',
  reason text,
  pending text,
  cells text[],
  primary key (organization_id, import_id, number),
  foreign key (organization_id, import_id) references import (organization_id, id)
);
create index import_row_outcome on import_row (organization_id, import_id, outcome, number);
create index import_row_pending on import_row (organization_id, import_id, number) where pending is not null;
create index import_row_warned on import_row (organization_id, import_id, number) where warnings <> '{}';
select helios_owned('import_row');
