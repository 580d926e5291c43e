-- What an organization made its own: fields of kinds, labels. The stamp changes with each of them and travels with the session's
-- statement, so a node knows without asking whether what it remembers still holds; null where nothing was changed.
alter table platform.organization add column profile_stamp uuid;

-- For each table of a profile: whoever changes a row, by whatever way, changes the stamp in the same transaction.
create function helios_profile_changed() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  update platform.organization set profile_stamp = uuidv7() where id = coalesce(new.organization_id, old.organization_id);
  return null;
end $$;

-- Values of custom fields in columns that row-level security lets be looked up: jsonb is not leakproof. A projection of the column
-- custom_fields of each kind's own table, written with it.
create table custom_field_value (
  organization_id uuid not null references platform.organization (id),
  entity_id uuid not null,
  field_id uuid not null,
  n integer not null,
  text text,
  number bigint,
  day date,
  reference uuid,
  primary key (organization_id, entity_id, field_id, n)
);
create index custom_field_value_text on custom_field_value (organization_id, field_id, text, entity_id) where text is not null;
create index custom_field_value_number on custom_field_value (organization_id, field_id, number, entity_id) where number is not null;
create index custom_field_value_day on custom_field_value (organization_id, field_id, day, entity_id) where day is not null;
create index custom_field_value_reference on custom_field_value (organization_id, field_id, reference, entity_id) where reference is not null;
select helios_owned('custom_field_value');

-- The same values in the column itself, for lists that are walked in their own order. Each is inlined into the statement.
create function helios_custom_text(fields jsonb, name text) returns text language sql stable as $$ select fields ->> name $$;
create function helios_custom_key(fields jsonb, name text) returns text language sql stable as $$ select left(lower(fields ->> name), 200) $$;
create function helios_custom_flag(fields jsonb, name text) returns text language sql stable as
$$ select case fields ->> name when 'true' then 'yes' when 'false' then 'no' end $$;
create function helios_custom_number(fields jsonb, name text) returns bigint language sql stable as $$ select ((fields ->> name)::numeric * 1000000)::bigint $$;
create function helios_custom_day(fields jsonb, name text) returns date language sql stable as $$ select (fields ->> name)::date $$;
create function helios_custom_reference(fields jsonb, name text) returns uuid language sql stable as $$ select (fields ->> name)::uuid $$;
