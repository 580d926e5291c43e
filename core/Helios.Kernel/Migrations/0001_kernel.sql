-- The ground that every module stands on: entities, events, keys, idempotency, jobs.
-- The migrator names the server's role in the setting helios.server_role.

create extension if not exists unaccent;
create extension if not exists pg_trgm;
create extension if not exists btree_gin;

create or replace function helios_server_role() returns text language sql stable as
$$ select current_setting('helios.server_role') $$;

create or replace function helios_grant(privileges text, object text) returns void language plpgsql as $$
begin
  execute format('grant %s on %s to %I', privileges, object, helios_server_role());
end $$;

-- Row-level security, grants and the tenant key check for a table that belongs to organizations.
create or replace function helios_owned(name text, privileges text default 'select, insert, update, delete') returns void language plpgsql as $$
begin
  if not exists (select from information_schema.columns
                 where table_schema = 'public' and table_name = name and column_name = 'organization_id' and is_nullable = 'NO') then
    raise exception 'Table % has no organization_id that is not null.', name;
  end if;
  execute format('alter table %I enable row level security', name);
  execute format($p$create policy organization on %I
    using (organization_id = nullif(current_setting('helios.organization', true), '')::uuid)
    with check (organization_id = nullif(current_setting('helios.organization', true), '')::uuid)$p$, name);
  perform helios_grant(privileges, quote_ident(name));
end $$;

select helios_grant('usage', 'schema public');
select helios_grant('usage', 'schema platform');

create table platform.organization (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9][a-z0-9-]{2,39}$'),
  name text not null check (length(name) between 1 and 120),
  zone text not null default 'UTC',
  created_at timestamptz not null
);
select helios_grant('select, insert, update', 'platform.organization');

create table platform.module_switch (
  organization_id uuid not null references platform.organization (id),
  module text not null,
  is_on boolean not null,
  changed_at timestamptz not null,
  primary key (organization_id, module)
);
select helios_grant('select, insert, update', 'platform.module_switch');

-- Keys that protect cookies and forms; each is sealed under the root key.
create table platform.data_protection_key (
  id text primary key,
  xml text not null,
  created_at timestamptz not null
);
select helios_grant('select, insert, delete', 'platform.data_protection_key');

-- The names of root keys and what proves them; the keys themselves lie in files outside the data.
create table platform.root_key (
  id text primary key check (id ~ '^root-[0-9]{4}[a-z]-[0-9a-z]{4,12}$'),
  check_value bytea not null check (octet_length(check_value) = 32),
  state text not null check (state in ('active', 'decrypt_only')),
  created_at timestamptz not null,
  recovery_saved_at timestamptz
);
create unique index root_key_active on platform.root_key (state) where state = 'active';
select helios_grant('select, update (recovery_saved_at)', 'platform.root_key');

-- One row for each entity of every kind: written by the command pipeline, read by search, links, tags, comments, timelines.
create table entity (
  organization_id uuid not null references platform.organization (id),
  id uuid not null,
  kind text not null,
  key text not null,
  title text not null,
  subtitle text,
  staff_readable boolean not null,
  archived boolean not null,
  updated_at timestamptz not null,
  readers text[] not null default '{}',
  addresses text[] not null default '{}',
  staff_text text,
  public_text text,
  primary key (organization_id, id),
  unique (organization_id, key)
);
select helios_owned('entity');

-- Advanced in a transaction of its own, also for an organization that is just being made: so no foreign key.
create table key_counter (
  organization_id uuid not null,
  kind text not null,
  next bigint not null,
  primary key (organization_id, kind)
);
select helios_owned('key_counter');

create table idempotency (
  organization_id uuid not null references platform.organization (id),
  actor text not null,
  key text not null check (length(key) between 1 and 200),
  command text not null,
  request_hash bytea not null,
  answer text,
  created_at timestamptz not null,
  primary key (organization_id, actor, key)
);
create index idempotency_created on idempotency (organization_id, created_at);
select helios_owned('idempotency');

-- What happened. Append-only: the server's role may insert and read.
create table event (
  organization_id uuid not null,
  occurred_at timestamptz not null,
  id uuid not null,
  action text not null,
  kind text not null,
  entity_id uuid not null,
  key text not null,
  audience text not null check (audience in ('internal', 'requester')),
  actor_kind text not null,
  account_id uuid,
  user_id uuid,
  credential_id text,
  door text not null,
  request_id text not null,
  detail_digest bytea not null,
  primary key (organization_id, occurred_at, id)
) partition by range (occurred_at);
create index event_entity on event (organization_id, entity_id, occurred_at desc, id desc);
select helios_owned('event', 'select, insert');

-- The values that may have to be erased one day: names, old and new values. The chain holds their salted digest only.
create table event_detail (
  organization_id uuid not null,
  occurred_at timestamptz not null,
  event_id uuid not null,
  salt bytea not null,
  body text not null,
  primary key (organization_id, occurred_at, event_id)
) partition by range (occurred_at);
select helios_owned('event_detail', 'select, insert');

create or replace function helios_event_partitions(until timestamptz) returns integer
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  month timestamptz := date_trunc('month', now() at time zone 'utc') at time zone 'utc';
  made integer := 0;
  name text;
begin
  while month <= least(until, now() + interval '2 years') loop
    name := to_char(month at time zone 'utc', 'YYYY_MM');
    if to_regclass('public.event_' || name) is null then
      execute format('create table %I partition of event for values from (%L) to (%L)', 'event_' || name, month, month + interval '1 month');
      execute format('create table %I partition of event_detail for values from (%L) to (%L)', 'event_detail_' || name, month, month + interval '1 month');
      made := made + 1;
    end if;
    month := (date_trunc('month', (month at time zone 'utc') + interval '1 month')) at time zone 'utc';
  end loop;
  return made;
end $$;
revoke all on function helios_event_partitions(timestamptz) from public;
select helios_grant('execute', 'function helios_event_partitions(timestamptz)');
-- Events outside every month (an imported past, a clock gone wrong) still find a place.
create table event_rest partition of event default;
create table event_detail_rest partition of event_detail default;
select helios_event_partitions(now() + interval '4 months');

-- Events that wait for their place in the chain. Its number is drawn after the changed rows are locked.
create table platform.event_unsealed (
  n bigint generated always as identity primary key,
  organization_id uuid not null,
  occurred_at timestamptz not null,
  event_id uuid not null
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);
create index event_unsealed_organization on platform.event_unsealed (organization_id, n);
select helios_grant('select, insert, delete', 'platform.event_unsealed');

create table event_seal (
  organization_id uuid not null references platform.organization (id),
  seq bigint not null,
  occurred_at timestamptz not null,
  event_id uuid not null,
  prev bytea not null,
  hash bytea not null,
  primary key (organization_id, seq)
);
select helios_owned('event_seal', 'select, insert');

create table seal_head (
  organization_id uuid primary key references platform.organization (id),
  seq bigint not null,
  hash bytea not null
);
select helios_owned('seal_head', 'select, insert, update');

-- Work to do. Claimed under a lease by any node; in schema platform because a claim comes before an organization is known.
create table platform.job (
  id uuid primary key,
  organization_id uuid references platform.organization (id),
  name text not null,
  payload text not null,
  state text not null check (state in ('waiting', 'running', 'done', 'dead', 'canceled')),
  attempts integer not null default 0,
  run_at timestamptz not null,
  leased_until timestamptz,
  worker text,
  done integer not null default 0,
  total integer,
  message text,
  cancel_requested boolean not null default false,
  account_id uuid,
  created_at timestamptz not null,
  finished_at timestamptz,
  subject_id uuid
);
create index job_ready on platform.job (run_at) where state = 'waiting';
create index job_leased on platform.job (leased_until) where state = 'running';
create index job_subject on platform.job (organization_id, subject_id);
select helios_grant('select, insert, update, delete', 'platform.job');
