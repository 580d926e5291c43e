-- Schedules make jobs; admins look after jobs.

-- Work that comes at times of its own, for each organization. Times and zone are null where those of the declaration and of
-- the organization hold. In schema platform because a look comes before an organization is known.
create table platform.schedule (
  id uuid primary key,
  organization_id uuid not null references platform.organization (id),
  name text not null,
  times text check (length(times) between 1 and 120),
  zone text check (length(zone) between 1 and 64),
  is_on boolean not null,
  next_at timestamptz,
  created_at timestamptz not null,
  unique (organization_id, name)
);
create index schedule_due on platform.schedule (next_at) where is_on;
select helios_grant('select, insert, update, delete', 'platform.schedule');

alter table platform.job add column schedule_id uuid;
alter table platform.job add column due_at timestamptz;
-- One job for each due time, whichever node looks first.
create unique index job_due on platform.job (schedule_id, due_at) where schedule_id is not null;
create index job_state on platform.job (organization_id, state, created_at desc, id desc);
create index job_finished on platform.job (finished_at) where finished_at is not null;
