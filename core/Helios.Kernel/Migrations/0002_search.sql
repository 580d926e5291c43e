-- Search over every kind at once. All of it is written by triggers from the rows in entity; the server's role may only read.

-- Who besides staff may see an entity; in the order in which search, links and timelines walk it.
create table entity_reader (
  organization_id uuid not null,
  token text collate "C" not null,
  kind text not null,
  updated_at timestamptz not null,
  id uuid not null,
  primary key (organization_id, token, kind, updated_at, id)
);
create index entity_reader_entity on entity_reader (organization_id, id);
select helios_owned('entity_reader', 'select');

-- The words of an entity with those of its comments: what staff find it by, and what narrow readers find it by.
create table entity_search (
  organization_id uuid not null,
  id uuid not null,
  kind text not null,
  archived boolean not null,
  staff_readable boolean not null,
  updated_at timestamptz not null,
  staff tsvector not null,
  public tsvector not null,
  primary key (organization_id, id)
);
-- A short pending list: every search reads it to its end.
create index entity_search_staff on entity_search using gin (organization_id, staff) with (gin_pending_list_limit = 512);
create index entity_search_recent on entity_search (organization_id, updated_at desc, id) where staff_readable and not archived;
create index entity_search_kind on entity_search (organization_id, kind, updated_at desc, id) where staff_readable and not archived;
select helios_owned('entity_search', 'select');

-- The own words of entities that have comments, so that a comment's words can be taken away again.
create table entity_text (
  organization_id uuid not null,
  id uuid not null,
  staff tsvector not null,
  public tsvector not null,
  primary key (organization_id, id)
);
select helios_owned('entity_text', 'select');

-- Mail addresses and user names, lower-cased: found exactly and by their beginning.
create table entity_address (
  organization_id uuid not null,
  address text collate "C" not null,
  id uuid not null,
  primary key (organization_id, address, id)
);
create index entity_address_entity on entity_address (organization_id, id);
select helios_owned('entity_address', 'select');

-- How many entities hold a word: chooses the plan of a search, and knows the right spelling. The empty word counts the entities.
-- Room on its pages: a new count then leaves the indices alone.
create table search_word (
  organization_id uuid not null,
  word text collate "C" not null,
  n bigint not null,
  primary key (organization_id, word)
) with (fillfactor = 60);
create index search_word_trigram on search_word using gin (organization_id, word gin_trgm_ops);
select helios_owned('search_word', 'select');

-- Words that came and went since the last count. A row for each text: counting in place would make writers wait for one another.
create table search_change (
  organization_id uuid not null,
  n bigint generated always as identity,
  added text[] not null,
  removed text[] not null,
  primary key (organization_id, n)
);
select helios_owned('search_change', 'select');

-- The words of a text in order: letters and digits, without case and accents. Longer words are known by their first 40 letters.
create function helios_words(content text) returns text[]
language sql immutable strict parallel safe set search_path = public, pg_temp as $$
  select array(
    select left(word, 40)
    from unnest(regexp_split_to_array(
      lower(unaccent('public.unaccent', normalize(left(content, 400000), NFKC)) collate pg_c_utf8), '[^[:alnum:]]+')) with ordinality as w (word, place)
    where word <> ''
    order by place)
$$;

-- A vector without places, of at most 12,000 words: 768 KB in the worst case, below the megabyte that PostgreSQL allows.
create function helios_vector(content text) returns tsvector
language sql immutable parallel safe set search_path = public, pg_temp as $$
  select array_to_tsvector((array(select distinct word from unnest(helios_words(coalesce(content, ''))) word))[1:12000])
$$;

create function helios_vectors(one tsvector, other tsvector) returns tsvector
language sql immutable parallel safe as $$
  select case when length(one) + length(other) <= 12000 then one || other else one end
$$;

-- Words worth counting: keys, numbers and serial numbers are found exactly and never corrected.
create function helios_countable(vector tsvector) returns text[]
language sql immutable parallel safe as $$
  select array(select word from unnest(tsvector_to_array(vector)) word where word ~ '^[^0-9]{2,}$')
$$;

create function helios_words_changed(organization uuid, was tsvector, becomes tsvector, entities integer) returns void
language plpgsql set search_path = public, pg_temp as $$
declare
  old_words text[] := helios_countable(was);
  new_words text[] := helios_countable(becomes);
  added text[] := array(select unnest(new_words) except select unnest(old_words));
  removed text[] := array(select unnest(old_words) except select unnest(new_words));
begin
  if entities > 0 then added := added || ''::text; end if;
  if entities < 0 then removed := removed || ''::text; end if;
  if added <> '{}' or removed <> '{}' then
    insert into search_change (organization_id, added, removed) values (organization, added, removed);
  end if;
end $$;

-- Text of an entity besides its own. Core says it anew with its comments.
create function helios_more_text(organization uuid, entity uuid, out staff text, out public text)
language sql stable as $$ select null::text, null::text $$;

-- Gives an entity new words of its own, together with those of its comments.
create function helios_index_text(organization uuid, entity uuid, own_staff tsvector, own_public tsvector, moment timestamptz) returns void
language plpgsql set search_path = public, pg_temp as $$
declare
  more record;
  was tsvector;
  becomes tsvector := own_staff;
  becomes_public tsvector := own_public;
begin
  select * into more from helios_more_text(organization, entity);
  if more.staff is not null then
    becomes := helios_vectors(own_staff, helios_vector(more.staff));
    becomes_public := helios_vectors(own_public, helios_vector(more.public));
    insert into entity_text (organization_id, id, staff, public) values (organization, entity, own_staff, own_public)
    on conflict (organization_id, id) do update set staff = excluded.staff, public = excluded.public;
  else
    delete from entity_text where organization_id = organization and id = entity;
  end if;
  select s.staff into was from entity_search s where s.organization_id = organization and s.id = entity for update;
  update entity_search s set staff = becomes, public = becomes_public, updated_at = moment
  where s.organization_id = organization and s.id = entity;
  update entity_reader r set updated_at = moment where r.organization_id = organization and r.id = entity and r.updated_at <> moment;
  perform helios_words_changed(organization, was, becomes, 0);
end $$;

-- A comment came: its words are added to those of the entity.
create function helios_text_added(organization uuid, entity uuid, content text, is_public boolean, moment timestamptz) returns void
language plpgsql set search_path = public, pg_temp as $$
declare
  found_row entity_search;
  words tsvector := helios_vector(content);
  becomes tsvector;
begin
  select * into found_row from entity_search s where s.organization_id = organization and s.id = entity for update;
  if not found then return; end if;
  insert into entity_text (organization_id, id, staff, public) values (organization, entity, found_row.staff, found_row.public)
  on conflict (organization_id, id) do nothing;
  becomes := helios_vectors(found_row.staff, words);
  update entity_search s
  set staff = becomes, public = case when is_public then helios_vectors(s.public, words) else s.public end, updated_at = greatest(s.updated_at, moment)
  where s.organization_id = organization and s.id = entity;
  update entity_reader r set updated_at = moment where r.organization_id = organization and r.id = entity and r.updated_at < moment;
  perform helios_words_changed(organization, found_row.staff, becomes, 0);
end $$;

-- A comment changed or went: the words are put together anew.
create function helios_text_changed(organization uuid, entity uuid, moment timestamptz) returns void
language plpgsql set search_path = public, pg_temp as $$
declare
  own entity_text;
begin
  select * into own from entity_text t where t.organization_id = organization and t.id = entity;
  if found then
    perform helios_index_text(organization, entity, own.staff, own.public, moment);
  end if;
end $$;

create function helios_index_readers(organization uuid, entity uuid, kind text, tokens text[], moment timestamptz) returns void
language plpgsql set search_path = public, pg_temp as $$
begin
  delete from entity_reader r where r.organization_id = organization and r.id = entity and r.token <> all (tokens);
  insert into entity_reader (organization_id, token, kind, updated_at, id)
  select distinct organization, token, kind, moment, entity from unnest(tokens) token
  where not exists (select from entity_reader r where r.organization_id = organization and r.id = entity and r.token = token.token);
end $$;

create function helios_index_addresses(organization uuid, entity uuid, addresses text[]) returns void
language plpgsql set search_path = public, pg_temp as $$
declare
  folded text[] := array(select distinct left(lower(btrim(address) collate pg_c_utf8), 320) from unnest(addresses) address where btrim(address) <> '');
begin
  delete from entity_address a where a.organization_id = organization and a.id = entity and a.address <> all (folded);
  insert into entity_address (organization_id, address, id) select organization, address, entity from unnest(folded) address
  on conflict do nothing;
end $$;

-- Keeps the tables above from the row that the application writes, and forgets its text.
create function helios_entity_written() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    insert into entity_search (organization_id, id, kind, archived, staff_readable, updated_at, staff, public)
    values (new.organization_id, new.id, new.kind, new.archived, new.staff_readable, new.updated_at, '', '');
    perform helios_words_changed(new.organization_id, '', '', 1);
    if new.readers <> '{}' then
      perform helios_index_readers(new.organization_id, new.id, new.kind, new.readers, new.updated_at);
    end if;
    if new.addresses <> '{}' then
      perform helios_index_addresses(new.organization_id, new.id, new.addresses);
    end if;
  else
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
  end if;
  if new.staff_text is not null or new.public_text is not null then
    perform helios_index_text(new.organization_id, new.id, helios_vector(new.staff_text), helios_vector(new.public_text), new.updated_at);
    new.staff_text := null;
    new.public_text := null;
  end if;
  return new;
end $$;
create trigger entity_written before insert or update on entity for each row execute function helios_entity_written();

create function helios_entity_removed() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  was tsvector;
begin
  delete from entity_search s where s.organization_id = old.organization_id and s.id = old.id returning s.staff into was;
  perform helios_words_changed(old.organization_id, was, '', -1);
  delete from entity_text t where t.organization_id = old.organization_id and t.id = old.id;
  delete from entity_reader r where r.organization_id = old.organization_id and r.id = old.id;
  delete from entity_address a where a.organization_id = old.organization_id and a.id = old.id;
  return null;
end $$;
create trigger entity_removed after delete on entity for each row execute function helios_entity_removed();

create type helios_counted as (organization_id uuid, word text);

-- Adds the words that came and went to the counts, for every organization at once: it gives nothing back but how many texts it took.
create function helios_count_words(at_most integer) returns integer
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  taken integer;
  gone_words helios_counted[];
begin
  if not pg_try_advisory_xact_lock(hashtextextended('helios.search.words', 0)) then
    return 0;
  end if;
  with gone as (
    delete from search_change c
    where (c.organization_id, c.n) in (select organization_id, n from search_change limit least(at_most, 10000))
    returning c.organization_id, c.added, c.removed
  ), counted as (
    insert into search_word as w (organization_id, word, n)
    select organization_id, word, sum(step) from (
      select organization_id, unnest(added) as word, 1 as step from gone
      union all
      select organization_id, unnest(removed), -1 from gone) steps
    group by organization_id, word having sum(step) <> 0
    on conflict (organization_id, word) do update set n = w.n + excluded.n
    returning w.organization_id, w.word, w.n
  )
  select (select count(*) from gone), array(select row(organization_id, word)::helios_counted from counted where n <= 0) into taken, gone_words;
  delete from search_word w using unnest(gone_words) g where w.organization_id = g.organization_id and w.word = g.word and w.n <= 0;
  return taken;
end $$;

-- How many entities hold a word, or a word that begins so. Zero means not known: perhaps it was not counted yet.
create function helios_estimate(organization uuid, wanted text, is_prefix boolean) returns bigint
language sql stable set search_path = public, pg_temp as $$
  select coalesce(case when is_prefix then
    (select sum(n) from search_word where organization_id = organization and word >= wanted collate "C" and word < (wanted || U&'\+10FFFF') collate "C")
  else
    (select n from search_word where organization_id = organization and word = wanted)
  end, 0)::bigint
$$;

-- Every spelling one slip away: a letter left out, swapped, wrong or too many.
create function helios_slips(word text) returns text[]
language sql immutable strict parallel safe as $$
  select array(
    select overlay(word placing '' from i for 1) from generate_series(1, length(word)) i
    union
    select overlay(word placing substr(word, i + 1, 1) || substr(word, i, 1) from i for 2) from generate_series(1, length(word) - 1) i
    union
    select overlay(word placing chr(c) from i for 1) from generate_series(1, length(word)) i, generate_series(97, 122) c
    union
    select overlay(word placing chr(c) from i for 0) from generate_series(1, length(word) + 1) i, generate_series(97, 122) c)
$$;

-- The known word that somebody meant: one slip away, or a near one by its three-letter groups. Null when there is none.
create function helios_corrected(organization uuid, wanted text, is_prefix boolean) returns text
language plpgsql stable set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  slips text[];
  meant text;
begin
  if length(wanted) < 4 or length(wanted) > 24 or wanted ~ '[0-9]' then
    return null;
  end if;
  slips := helios_slips(wanted);
  select w.word into meant from search_word w where w.organization_id = organization and w.word = any (slips) order by w.n desc limit 1;
  if meant is null and is_prefix then
    select slip into meant from unnest(slips) slip cross join lateral (
      select w.n from search_word w
      where w.organization_id = organization and w.word >= slip collate "C" and w.word < (slip || U&'\+10FFFF') collate "C" limit 1) known
    order by known.n desc limit 1;
  end if;
  if meant is null then
    select w.word into meant from search_word w
    where w.organization_id = organization and w.word % wanted
    order by similarity(w.word, wanted) desc, w.n desc limit 1;
  end if;
  return meant;
end $$;
