-- Bulk changes: one command done to many records, and what became of each.

create table bulk_change (
  organization_id uuid not null references platform.organization (id),
  id uuid not null,
  key text not null,
  staff_readable boolean not null,
  version bigint not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  archived_at timestamptz,
  name text not null,
  command text not null,
  -- The command's input without the record that it changes, as JSON.
  input text not null,
  -- The kind and filter of the records; null where they were named one by one.
  kind text not null,
  filter text,
  -- The bulk change that this one takes back.
  undoes_id uuid,
  state text not null check (state in ('running', 'canceling', 'canceled', 'done')),
  -- How many records there are; null until they are gathered.
  rows integer,
  done integer not null default 0,
  unchanged integer not null default 0,
  refused integer not null default 0,
  finished_at timestamptz,
  primary key (organization_id, id),
  unique (organization_id, key),
  foreign key (organization_id, undoes_id) references bulk_change (organization_id, id)
);
create index bulk_change_updated on bulk_change (organization_id, updated_at desc, id desc);
create index bulk_change_undoes on bulk_change (organization_id, undoes_id) where undoes_id is not null;
select helios_owned('bulk_change');

-- One record of a bulk change. Its outcome is written in the transaction that did it, so a record is never done twice.
create table bulk_row (
  organization_id uuid not null,
  bulk_id uuid not null,
  number integer not null,
  entity_id uuid not null,
  entity_key text not null,
  outcome text check (outcome in ('done', 'unchanged', 'refused')),
  reason text,
  run_id uuid,
  undoes_run uuid,
  primary key (organization_id, bulk_id, number),
  foreign key (organization_id, bulk_id) references bulk_change (organization_id, id)
);
create index bulk_row_waiting on bulk_row (organization_id, bulk_id, number) where outcome is null;
create index bulk_row_outcome on bulk_row (organization_id, bulk_id, outcome, number);
select helios_owned('bulk_row');
