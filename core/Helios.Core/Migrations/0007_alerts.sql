-- What admins should know of, and where Helios posts it besides.
create table alert (
  organization_id uuid not null references platform.organization (id),
  id uuid not null,
  key text not null,
  staff_readable boolean not null,
  version bigint not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  archived_at timestamptz,
  type text not null check (length(type) between 1 and 100),
  subject text not null check (length(subject) between 1 and 300),
  payload text check (length(payload) <= 4000),
  severity smallint not null check (severity between 1 and 3),
  state text not null check (state in ('open', 'settled')),
  times integer not null,
  posted text check (posted in ('waiting', 'done', 'failed', 'unknown', 'canceled')),
  post_message text,
  settled_at timestamptz,
  primary key (organization_id, id),
  unique (organization_id, key)
);
create index alert_updated on alert (organization_id, updated_at desc, id desc);
create index alert_state on alert (organization_id, state, updated_at desc, id desc);
create index alert_severity on alert (organization_id, severity desc, id desc);
create unique index alert_same on alert (organization_id, type, subject) where state = 'open';
select helios_owned('alert');

-- The address is a secret with many receivers, so it lies here sealed; its host is what people see.
create table alert_target (
  organization_id uuid primary key references platform.organization (id),
  host text not null,
  address bytea not null
);
select helios_owned('alert_target');
