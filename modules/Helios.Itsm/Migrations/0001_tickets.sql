-- Tickets: what people ask for and what becomes of it.

create table ticket (
  organization_id uuid not null references platform.organization (id),
  id uuid not null,
  key text not null,
  staff_readable boolean not null,
  version bigint not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  archived_at timestamptz,
  subject text not null check (length(subject) between 1 and 300),
  description text not null,
  status text not null check (status in ('new', 'in_progress', 'waiting', 'resolved', 'closed')),
  priority smallint not null check (priority between 1 and 4),
  requester_id uuid not null,
  assignee_id uuid,
  opened_by_id uuid,
  resolved_at timestamptz,
  closed_at timestamptz,
  primary key (organization_id, id),
  unique (organization_id, key),
  foreign key (organization_id, requester_id) references "user" (organization_id, id),
  foreign key (organization_id, assignee_id) references "user" (organization_id, id),
  foreign key (organization_id, opened_by_id) references "user" (organization_id, id)
);
-- All tickets, by each sort key.
create index ticket_updated on ticket (organization_id, updated_at desc, id desc);
create index ticket_created on ticket (organization_id, created_at desc, id desc);
create index ticket_priority on ticket (organization_id, priority desc, id desc);
-- Tickets of somebody, in a status, resolved lately.
-- What staff may not read, for lists of requesters who are staff.
create index ticket_private on ticket (organization_id, requester_id, updated_at desc, id desc) where not staff_readable;
create index ticket_requester on ticket (organization_id, requester_id, updated_at desc, id desc);
create index ticket_assignee on ticket (organization_id, assignee_id, updated_at desc, id desc);
create index ticket_status on ticket (organization_id, status, updated_at desc, id desc);
create index ticket_resolved on ticket (organization_id, resolved_at desc, id desc) where resolved_at is not null;
-- Open tickets are few among the many that were ever opened: all, somebody's, nobody's. They are counted on every page, so what
-- counting asks stands in the index: of a thousand tickets, a thousand places in the table need not be visited.
create index ticket_open on ticket (organization_id, updated_at desc, id desc) include (staff_readable, archived_at, requester_id) where status in ('new', 'in_progress', 'waiting');
create index ticket_open_assignee on ticket (organization_id, assignee_id, updated_at desc, id desc) include (staff_readable, archived_at, requester_id) where status in ('new', 'in_progress', 'waiting');
create index ticket_open_nobody on ticket (organization_id, updated_at desc, id desc) include (staff_readable, archived_at, requester_id) where assignee_id is null and status in ('new', 'in_progress', 'waiting');
select helios_owned('ticket');
-- Vacuumed often: it then visits few pages, and keeps the counting inside the indices.
alter table ticket set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000, autovacuum_vacuum_insert_scale_factor = 0.05, autovacuum_analyze_scale_factor = 0.02);
