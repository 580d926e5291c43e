-- A frequent word may stand in one kind only, while the newest rows are all of another: right after an import, say. The walk from
-- the newest row on then read thousands of them for nothing. Now, where the very newest do not fill the page, a short look into
-- each kind says which ones hold the words, and only those are walked.

-- Matches among the newest rows of all these kinds together.
create function helios_walked_together(organization uuid, everything tsquery, kinds text[], steps integer, at_most integer) returns uuid[]
language plpgsql stable set search_path = public, pg_temp set plan_cache_mode = force_custom_plan
set enable_seqscan = off set enable_bitmapscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
begin
  return array(
    select r.id from (
      select s.id, s.kind, s.staff from entity_search s
      where s.organization_id = organization and s.staff_readable and not s.archived
      order by s.updated_at desc, s.id limit steps) r
    where r.staff @@ everything and (kinds is null or r.kind = any (kinds)) limit at_most);
end $$;

-- Matches among the newest rows of each of these kinds.
create function helios_walked_apart(organization uuid, everything tsquery, kinds text[], steps integer, at_most integer) returns uuid[]
language plpgsql stable set search_path = public, pg_temp set plan_cache_mode = force_custom_plan
set enable_seqscan = off set enable_bitmapscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
begin
  return array(
    select m.id from unnest(kinds) k cross join lateral (
      select r.id, r.updated_at from (
        select s.id, s.updated_at, s.staff from entity_search s
        where s.organization_id = organization and s.kind = k and s.staff_readable and not s.archived
        order by s.updated_at desc, s.id limit steps) r
      where r.staff @@ everything limit at_most) m
    order by m.updated_at desc limit at_most);
end $$;

-- The kinds, of these or of all, that hold the words among their newest rows. All kinds are found by leaps through the index.
create function helios_kinds_with(organization uuid, everything tsquery, kinds text[], steps integer) returns text[]
language plpgsql stable set search_path = public, pg_temp set plan_cache_mode = force_custom_plan
set enable_seqscan = off set enable_bitmapscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
begin
  return array(
    with recursive present(kind) as (
      (select s.kind from entity_search s
        where s.organization_id = organization and s.staff_readable and not s.archived order by s.kind limit 1)
      union all
      select (select s.kind from entity_search s
        where s.organization_id = organization and s.kind > p.kind and s.staff_readable and not s.archived order by s.kind limit 1)
      from present p where p.kind is not null)
    select p.kind from present p
    where p.kind is not null and (kinds is null or p.kind = any (kinds)) and exists (
      select from (
        select s.staff from entity_search s
        where s.organization_id = organization and s.kind = p.kind and s.staff_readable and not s.archived
        order by s.updated_at desc, s.id limit steps) r
      where r.staff @@ everything));
end $$;

-- Matches among the newest rows, of each kind or of all: the index of recency, as far as it takes to find enough.
create or replace function helios_walked(organization uuid, everything tsquery, kinds text[], steps integer, at_most integer) returns uuid[]
language plpgsql stable set search_path = public, pg_temp as $$
declare
  matches uuid[];
  likely text[];
begin
  if cardinality(kinds) <= 3 then
    return helios_walked_apart(organization, everything, kinds, steps, at_most);
  end if;
  -- Whoever asks for few steps expects few matches: the very newest would hold next to none of them.
  if steps > 5000 then
    matches := helios_walked_together(organization, everything, kinds, 1000, at_most);
    if cardinality(matches) * 3 >= at_most then return matches; end if;
  end if;
  likely := helios_kinds_with(organization, everything, kinds, 500);
  if cardinality(likely) = 0 then
    return helios_walked_together(organization, everything, kinds, steps, at_most);
  end if;
  return helios_walked_apart(organization, everything, likely, steps, at_most);
end $$;

revoke all on function helios_walked_together(uuid, tsquery, text[], integer, integer) from public;
revoke all on function helios_walked_apart(uuid, tsquery, text[], integer, integer) from public;
revoke all on function helios_kinds_with(uuid, tsquery, text[], integer) from public;

-- The ids of one kind that hold all these words (the last may be unfinished), for the filter of a list: no corrections.
-- Complete up to 5,000 matches; of more, the newest 5,000 among the newest 50,000 rows of the kind that are not archived.
-- Each array is made before it is unnested: of unnest(function()) the planner runs the function once more, to guess how long it is.
create or replace function helios_matching(kind text, content text, is_staff boolean, tokens text[])
returns table (id uuid)
language plpgsql stable security definer rows 200
set search_path = public, pg_temp set enable_seqscan = off set plan_cache_mode = force_custom_plan as $$
declare
  organization uuid := nullif(current_setting('helios.organization', true), '')::uuid;
  wanted helios_wanted;
  matches uuid[];
begin
  if organization is null then return; end if;
  return query
    select e.id from entity e
    where e.organization_id = organization and e.key = upper(btrim(content)) and e.kind = helios_matching.kind
      and (is_staff and e.staff_readable or e.readers && tokens);
  wanted := helios_understand(organization, content, false);
  if wanted.everything is null then return; end if;
  if not is_staff then
    matches := helios_reader_matches(organization, wanted, tokens, array[kind], 5000);
  else
    matches := helios_private_matches(organization, wanted, tokens, array[kind], 5000) || case
      when wanted.rarest > 5000 or wanted.exact is null then helios_walked(organization, wanted.everything, array[kind], 50000, 5000)
      else helios_indexed(organization, wanted.exact, wanted.everything, array[kind], 5000) end;
  end if;
  return query select unnest(matches);
end $$;
