-- Fields and labels of the organization's own.

create table custom_field (
  organization_id uuid not null references platform.organization (id),
  id uuid not null,
  key text not null,
  staff_readable boolean not null,
  version bigint not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  archived_at timestamptz,
  kind text not null,
  api_name text not null check (api_name ~ '^[a-z][a-z0-9_]{0,59}$'),
  name text not null check (length(name) between 1 and 80),
  type text not null check (type in ('text', 'long_text', 'number', 'date', 'choice', 'choices', 'person', 'check_box', 'link')),
  help text,
  is_required boolean not null,
  "default" text,
  choices jsonb not null,
  audience text not null check (audience in ('internal', 'requester')),
  is_in_list boolean not null,
  position integer not null,
  primary key (organization_id, id),
  unique (organization_id, key)
);
create unique index custom_field_api_name on custom_field (organization_id, kind, api_name);
select helios_owned('custom_field');
select helios_numbered('custom_field');
create trigger custom_field_profile after insert or update or delete on custom_field for each row execute function helios_profile_changed();

-- What the organization calls kinds (by their name) and places (area.desk). Names, addresses and the API never change with it.
create table label (
  organization_id uuid not null references platform.organization (id),
  name text not null check (length(name) between 1 and 80),
  one text not null check (length(one) between 1 and 40),
  many text not null check (length(many) between 1 and 40),
  primary key (organization_id, name)
);
select helios_owned('label');
create trigger label_profile after insert or update or delete on label for each row execute function helios_profile_changed();

alter table "user" add column custom_fields jsonb;
alter table location add column custom_fields jsonb;
