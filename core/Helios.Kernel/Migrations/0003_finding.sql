-- How search finds: functions of the owner, since @@ is not leakproof and row-level security would hide the indices from it.
-- They take the organization from the setting and apply readers themselves; only the server's role may call those two that it needs.

-- Words made ready: the queries, how many rows to expect, and whether an index can be asked at all.
create type helios_wanted as (everything tsquery, exact tsquery, expected bigint, rarest bigint);

-- Each of the next three is tied to its way through the data: the planner cannot know how many rows hold a word, and where it
-- guesses wrong, a look-up of a millisecond reads the whole table.

-- Whether any entity holds it: the word index.
create function helios_known(organization uuid, wanted tsquery) returns boolean
language plpgsql stable set search_path = public, pg_temp set plan_cache_mode = force_custom_plan
set enable_seqscan = off set enable_indexscan = off set enable_indexonlyscan = off as $$
begin
  return exists (select from entity_search s where s.organization_id = organization and s.staff @@ wanted);
end $$;

-- Matches by the word index, at most 5,000 of them, the newest first; archived ones last.
create function helios_indexed(organization uuid, exact tsquery, everything tsquery, kinds text[], at_most integer) returns uuid[]
language plpgsql stable set search_path = public, pg_temp set plan_cache_mode = force_custom_plan
set enable_seqscan = off set enable_indexscan = off set enable_indexonlyscan = off as $$
begin
  return array(
    select r.id from (
      select s.id, s.archived, s.updated_at, s.staff from entity_search s
      where s.organization_id = organization and s.staff @@ exact and s.staff_readable and (kinds is null or s.kind = any (kinds))
      limit 5000) r
    where r.staff @@ everything
    order by r.archived, r.updated_at desc limit at_most);
end $$;

-- Matches among the newest rows, of each kind or of all: the index of recency, as far as it takes to find enough.
create function helios_walked(organization uuid, everything tsquery, kinds text[], steps integer, at_most integer) returns uuid[]
language plpgsql stable set search_path = public, pg_temp set plan_cache_mode = force_custom_plan
set enable_seqscan = off set enable_bitmapscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
begin
  if kinds is null or cardinality(kinds) > 3 then
    return array(
      select r.id from (
        select s.id, s.kind, s.staff from entity_search s
        where s.organization_id = organization and s.staff_readable and not s.archived
        order by s.updated_at desc, s.id limit steps) r
      where r.staff @@ everything and (kinds is null or r.kind = any (kinds)) limit at_most);
  end if;
  return array(
    select m.id from unnest(kinds) k cross join lateral (
      select r.id, r.updated_at from (
        select s.id, s.updated_at, s.staff from entity_search s
        where s.organization_id = organization and s.kind = k and s.staff_readable and not s.archived
        order by s.updated_at desc, s.id limit steps) r
      where r.staff @@ everything limit at_most) m
    order by m.updated_at desc limit at_most);
end $$;

-- Looks every word up. A word that no entity holds is corrected, where that is wanted; nothing when no entity can match.
create function helios_understand(organization uuid, content text, is_correcting boolean) returns helios_wanted
language plpgsql stable set search_path = public, pg_temp set enable_seqscan = off set plan_cache_mode = force_custom_plan as $$
declare
  words text[] := (helios_words(content))[1:8];
  entities numeric := greatest(helios_estimate(organization, '', false), 1);
  share numeric := 1;
  result helios_wanted;
  word text;
  part tsquery;
  n bigint;
  is_prefix boolean;
begin
  for i in 1 .. cardinality(words) loop
    word := words[i];
    is_prefix := i = cardinality(words);
    n := helios_estimate(organization, word, is_prefix);
    part := (quote_literal(word) || case when is_prefix then ':*' else '' end)::tsquery;
    if n = 0 and is_prefix and length(word) < 3 and word ~ '[0-9]' then
      -- The beginning of a number is not counted and may be that of very many: only what is recent is looked through.
      n := 1000000000;
      share := 0;
    elsif n = 0 and not helios_known(organization, part) then
      word := case when is_correcting then helios_corrected(organization, word, is_prefix) end;
      if word is null then return null; end if;
      n := helios_estimate(organization, word, is_prefix);
      part := (quote_literal(word) || case when is_prefix then ':*' else '' end)::tsquery;
    end if;
    share := share * least(n / entities, 1);
    result.rarest := least(result.rarest, n);
    result.everything := coalesce(result.everything && part, part);
    -- A short beginning of many words costs the index more than it spares: it only filters.
    if not (is_prefix and n > 50000) then
      result.exact := coalesce(result.exact && part, part);
    end if;
  end loop;
  result.expected := entities * share;
  return result;
end $$;

-- The newest matches that all staff may read. Frequent words: a bounded walk from the newest on; rare ones: the index, bounded too.
create function helios_staff_matches(organization uuid, wanted helios_wanted, kinds text[], at_most integer) returns uuid[]
language plpgsql stable set search_path = public, pg_temp as $$
declare
  matches uuid[] := '{}';
begin
  if wanted.rarest > 2000 then
    matches := helios_walked(organization, wanted.everything, kinds, case when wanted.expected > 2000 then 20000 else 5000 end, at_most);
  end if;
  -- A third of what was asked fills the page, and they are the newest: the index would read all that hold either of two words.
  if cardinality(matches) * 3 < at_most and wanted.exact is not null then
    matches := matches || helios_indexed(organization, wanted.exact, wanted.everything, kinds, at_most);
  end if;
  return matches;
end $$;

-- The newest matches among what narrow readers may see, by its public words: their own rows are walked, the newest first.
create function helios_reader_matches(organization uuid, wanted helios_wanted, readers text[], kinds text[], at_most integer) returns uuid[]
language plpgsql stable set search_path = public, pg_temp set plan_cache_mode = force_custom_plan
set enable_seqscan = off set enable_bitmapscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
begin
  return array(
    select m.id from unnest(readers) reader cross join unnest(coalesce(kinds,
        array(select distinct r.kind from entity_reader r where r.organization_id = organization and r.token = any (readers)))) k
      cross join lateral (
        select r.id, r.updated_at from (
          select r.id, r.updated_at from entity_reader r
          where r.organization_id = organization and r.token = reader and r.kind = k
          order by r.updated_at desc, r.id desc limit 20000) r
        join entity_search s on s.organization_id = organization and s.id = r.id
        where s.public @@ wanted.everything
        limit at_most) m
    group by m.id order by max(m.updated_at) desc limit at_most);
end $$;

-- Finds entities of every kind. keys: what the text means if it is a key; kinds: null for all.
-- how: 1 by key, 2 by address, 3 by the beginning of an address, 4 by words. The door ranks what comes.
create function helios_search(content text, keys text[], is_staff boolean, tokens text[], kinds text[], at_most integer)
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
    if is_staff then
      by_words := helios_staff_matches(organization, wanted, kinds, most);
    end if;
    by_words := by_words || helios_reader_matches(organization, wanted, tokens, kinds, most);
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
revoke all on function helios_search(text, text[], boolean, text[], text[], integer) from public;
select helios_grant('execute', 'function helios_search(text, text[], boolean, text[], text[], integer)');

-- The ids of one kind that hold all these words (the last may be unfinished), for the filter of a list: no corrections.
-- Complete up to 5,000 matches; of more, the newest 5,000 among the newest 50,000 rows of the kind that are not archived.
create function helios_matching(kind text, content text, is_staff boolean, tokens text[])
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
  return query select unnest(helios_reader_matches(organization, wanted, tokens, array[kind], 5000));
  if not is_staff then return; end if;
  if wanted.rarest > 5000 or wanted.exact is null then
    return query select unnest(helios_walked(organization, wanted.everything, array[kind], 50000, 5000));
  else
    return query select unnest(helios_indexed(organization, wanted.exact, wanted.everything, array[kind], 5000));
  end if;
end $$;
revoke all on function helios_matching(text, text, boolean, text[]) from public;
select helios_grant('execute', 'function helios_matching(text, text, boolean, text[])');
revoke all on function helios_count_words(integer) from public;
select helios_grant('execute', 'function helios_count_words(integer)');

-- The parts serve the two above and the triggers, which run as the owner: nobody else needs them.
do $$
declare
  part record;
begin
  for part in
    select oid::regprocedure as name from pg_proc
    where pronamespace = 'public'::regnamespace and proname in (
      'helios_words', 'helios_vector', 'helios_vectors', 'helios_countable', 'helios_words_changed', 'helios_more_text', 'helios_index_text',
      'helios_text_added', 'helios_text_changed', 'helios_index_readers', 'helios_index_addresses', 'helios_entity_written', 'helios_entity_removed',
      'helios_estimate', 'helios_slips', 'helios_corrected', 'helios_understand', 'helios_known', 'helios_indexed', 'helios_walked', 'helios_staff_matches', 'helios_reader_matches')
  loop
    execute format('revoke all on function %s from public', part.name);
  end loop;
end $$;
