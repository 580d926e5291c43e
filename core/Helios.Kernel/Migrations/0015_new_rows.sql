-- A new entity took the way of a changed one: its row was written empty and then again with its words, and tables were searched for
-- what a new row cannot have. It is most of what a record costs the database, so a new row is now written once.

create or replace function helios_entity_written() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  words tsvector;
begin
  if tg_op = 'INSERT' then
    words := helios_vector(new.staff_text);
    insert into entity_search (organization_id, id, kind, archived, staff_readable, updated_at, staff, public)
    values (new.organization_id, new.id, new.kind, new.archived, new.staff_readable, new.updated_at, words, helios_vector(new.public_text));
    -- The empty word counts the entities.
    insert into search_change (organization_id, added, removed) values (new.organization_id, helios_countable(words) || ''::text, '{}');
    if new.readers <> '{}' then
      insert into entity_reader (organization_id, token, kind, updated_at, id)
      select distinct new.organization_id, token, new.kind, new.updated_at, new.id from unnest(new.readers) token;
    end if;
    if new.addresses <> '{}' then
      insert into entity_address (organization_id, address, id)
      select distinct new.organization_id, left(lower(btrim(address) collate pg_c_utf8), 320), new.id from unnest(new.addresses) address where btrim(address) <> '';
    end if;
    new.staff_text := null;
    new.public_text := null;
    return new;
  end if;
  if new.archived <> old.archived or new.staff_readable <> old.staff_readable then
    update entity_search s set archived = new.archived, staff_readable = new.staff_readable
    where s.organization_id = new.organization_id and s.id = new.id;
  end if;
  if new.addresses <> old.addresses then
    perform helios_index_addresses(new.organization_id, new.id, new.addresses);
  end if;
  if new.readers <> old.readers then
    perform helios_index_readers(new.organization_id, new.id, new.kind, new.readers, new.updated_at);
  end if;
  -- Recency is an hour coarse: else every change of a state would rewrite all indices of the row.
  update entity_search s set updated_at = new.updated_at
  where s.organization_id = new.organization_id and s.id = new.id and s.updated_at < new.updated_at - interval '1 hour';
  if found then
    update entity_reader r set updated_at = new.updated_at
    where r.organization_id = new.organization_id and r.id = new.id and r.updated_at < new.updated_at;
  end if;
  if new.staff_text is not null or new.public_text is not null then
    perform helios_index_text(new.organization_id, new.id, helios_vector(new.staff_text), helios_vector(new.public_text), new.updated_at);
    new.staff_text := null;
    new.public_text := null;
  end if;
  return new;
end $$;
