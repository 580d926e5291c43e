-- Whoever reads what all staff read needs his own rows searched only where staff may not read them. Those are few and have an
-- index of their own; walking all that he ever asked for cost more than the search itself.

create index entity_search_private on entity_search (organization_id, updated_at desc, id) where not staff_readable;

-- The newest matches among what staff may not read but these readers may, by its public words.
create function helios_private_matches(organization uuid, wanted helios_wanted, readers text[], kinds text[], at_most integer) returns uuid[]
language plpgsql stable set search_path = public, pg_temp set plan_cache_mode = force_custom_plan
set enable_seqscan = off set enable_bitmapscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
begin
  return array(
    select r.id from (
      select s.id, s.kind, s.public, s.updated_at from entity_search s
      where s.organization_id = organization and not s.staff_readable
      order by s.updated_at desc, s.id limit 20000) r
    where r.public @@ wanted.everything and (kinds is null or r.kind = any (kinds))
      and exists (select from entity_reader e where e.organization_id = organization and e.id = r.id and e.token = any (readers))
    limit at_most);
end $$;
revoke all on function helios_private_matches(uuid, helios_wanted, text[], text[], integer) from public;

-- Finds entities of every kind. keys: what the text means if it is a key; kinds: null for all.
-- how: 1 by key, 2 by address, 3 by the beginning of an address, 4 by words. The door ranks what comes.
create or replace function helios_search(content text, keys text[], is_staff boolean, tokens text[], kinds text[], at_most integer)
returns table (id uuid, kind text, key text, title text, subtitle text, archived boolean, updated_at timestamptz, how integer)
language plpgsql stable security definer rows 50
set search_path = public, pg_temp set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off
set plan_cache_mode = force_custom_plan as $$
declare
  organization uuid := nullif(current_setting('helios.organization', true), '')::uuid;
  name text := lower(btrim(content) collate pg_c_utf8);
  most integer := least(greatest(at_most, 1), 100);
  wanted helios_wanted;
  by_key uuid[];
  by_address uuid[] := '{}';
  by_name uuid[] := '{}';
  by_words uuid[] := '{}';
begin
  if organization is null then return; end if;
  by_key := array(select e.id from entity e where e.organization_id = organization and e.key = any (keys));
  if is_staff and length(name) > 1 and name !~ '\s' then
    by_address := array(select a.id from entity_address a where a.organization_id = organization and a.address = name collate "C" limit most);
    by_name := array(
      select a.id from entity_address a
      where a.organization_id = organization and a.address >= name collate "C" and a.address < (name || U&'\+10FFFF') collate "C"
      order by a.address limit most);
  end if;
  wanted := helios_understand(organization, content, cardinality(by_key || by_address || by_name) = 0);
  if wanted.everything is not null then
    by_words := case when is_staff
      then helios_staff_matches(organization, wanted, kinds, most) || helios_private_matches(organization, wanted, tokens, kinds, most)
      else helios_reader_matches(organization, wanted, tokens, kinds, most) end;
  end if;
  return query
    select e.id, e.kind, e.key, e.title, e.subtitle, e.archived, e.updated_at, f.how
    from (
      select hit.id, min(hit.how) as how from (
        select unnest(by_key) as id, 1 as how union all select unnest(by_address), 2
        union all select unnest(by_name), 3 union all select unnest(by_words), 4) hit
      group by hit.id) f
    join entity e on e.organization_id = organization and e.id = f.id
    where (is_staff and e.staff_readable or e.readers && tokens) and (kinds is null or e.kind = any (kinds))
    order by f.how, e.archived, e.updated_at desc, e.id
    limit most;
end $$;

-- The ids of one kind that hold all these words (the last may be unfinished), for the filter of a list: no corrections.
-- Complete up to 5,000 matches; of more, the newest 5,000 among the newest 50,000 rows of the kind that are not archived.
create or replace function helios_matching(kind text, content text, is_staff boolean, tokens text[])
returns table (id uuid)
language plpgsql stable security definer rows 200
set search_path = public, pg_temp set enable_seqscan = off set plan_cache_mode = force_custom_plan as $$
declare
  organization uuid := nullif(current_setting('helios.organization', true), '')::uuid;
  wanted helios_wanted;
begin
  if organization is null then return; end if;
  return query
    select e.id from entity e
    where e.organization_id = organization and e.key = upper(btrim(content)) and e.kind = helios_matching.kind
      and (is_staff and e.staff_readable or e.readers && tokens);
  wanted := helios_understand(organization, content, false);
  if wanted.everything is null then return; end if;
  if not is_staff then
    return query select unnest(helios_reader_matches(organization, wanted, tokens, array[kind], 5000));
    return;
  end if;
  return query select unnest(helios_private_matches(organization, wanted, tokens, array[kind], 5000));
  if wanted.rarest > 5000 or wanted.exact is null then
    return query select unnest(helios_walked(organization, wanted.everything, array[kind], 50000, 5000));
  else
    return query select unnest(helios_indexed(organization, wanted.exact, wanted.everything, array[kind], 5000));
  end if;
end $$;
