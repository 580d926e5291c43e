-- Every new record puts two texts into words, which was a third of what its search row cost. The words stay the same.

create or replace function helios_words(content text) returns text[]
language plpgsql immutable strict parallel safe set search_path = public, pg_temp as $$
declare
  plain text := left(content, 400000);
  words text[];
  word text;
begin
  -- Only what goes beyond ASCII has forms to unite and accents to lose.
  if octet_length(plain) <> length(plain) then
    plain := unaccent('public.unaccent', normalize(plain, NFKC));
  end if;
  words := array_remove(regexp_split_to_array(lower(plain collate pg_c_utf8), '[^[:alnum:]]+'), '');
  foreach word in array words loop
    if octet_length(word) > 40 then
      return array(select left(w, 40) from unnest(words) with ordinality as u (w, place) order by place);
    end if;
  end loop;
  return words;
end $$;

-- A vector without places, of at most 12,000 words: 768 KB in the worst case, below the megabyte that PostgreSQL allows.
create or replace function helios_vector(content text) returns tsvector
language plpgsql immutable parallel safe set search_path = public, pg_temp as $$
declare
  words text[];
begin
  if content is null then
    return '';
  end if;
  words := helios_words(content);
  if cardinality(words) > 12000 then
    words := (array(select distinct word from unnest(words) word))[1:12000];
  end if;
  -- It sorts the words, and takes each once.
  return array_to_tsvector(words);
end $$;

create or replace function helios_entity_written() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  words tsvector;
  token text;
begin
  if tg_op = 'INSERT' then
    words := helios_vector(new.staff_text);
    insert into entity_search (organization_id, id, kind, archived, staff_readable, updated_at, staff, public)
    values (new.organization_id, new.id, new.kind, new.archived, new.staff_readable, new.updated_at, words, helios_vector(new.public_text));
    -- The empty word counts the entities.
    insert into search_change (organization_id, added, removed) values (new.organization_id, helios_countable(words) || ''::text, '{}');
    -- Mostly one: a statement without a plan for many.
    foreach token in array new.readers loop
      insert into entity_reader (organization_id, token, kind, updated_at, id)
      values (new.organization_id, token, new.kind, new.updated_at, new.id) on conflict do nothing;
    end loop;
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
