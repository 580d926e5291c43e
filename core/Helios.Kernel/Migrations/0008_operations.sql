-- Effects on the outside world, in two phases: an operation is the intent, committed with the command; its items hold what
-- became of each call.
create table operation (
  organization_id uuid not null references platform.organization (id),
  id uuid not null,
  name text not null,
  state text not null check (state in ('waiting', 'done', 'partly', 'failed', 'canceled')),
  account_id uuid,
  subject_id uuid,
  created_at timestamptz not null,
  finished_at timestamptz,
  primary key (organization_id, id)
);
create index operation_finished on operation (organization_id, finished_at) where finished_at is not null;
select helios_owned('operation');

create table operation_item (
  organization_id uuid not null,
  operation_id uuid not null,
  number integer not null,
  label text not null,
  request text not null,
  state text not null check (state in ('waiting', 'calling', 'done', 'failed', 'unknown', 'canceled')),
  attempts integer not null default 0,
  next_at timestamptz not null,
  message text,
  result text,
  finished_at timestamptz,
  primary key (organization_id, operation_id, number),
  foreign key (organization_id, operation_id) references operation (organization_id, id) on delete cascade
);
select helios_owned('operation_item');
