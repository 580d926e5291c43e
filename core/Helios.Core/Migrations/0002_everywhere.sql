-- What works on every kind at once: links, tags and comments stand beside entity and know no other table.

create table link (
  organization_id uuid not null,
  id uuid not null,
  from_id uuid not null,
  to_id uuid not null check (to_id <> from_id),
  relation text not null default 'related' check (relation ~ '^[a-z][a-z_]{1,39}$'),
  note text check (length(note) between 1 and 200),
  created_at timestamptz not null,
  primary key (organization_id, id),
  foreign key (organization_id, from_id) references entity (organization_id, id),
  foreign key (organization_id, to_id) references entity (organization_id, id)
);
-- A pair is linked once for each relation, whichever end it was linked from.
create unique index link_pair on link (organization_id, least(from_id, to_id), greatest(from_id, to_id), relation);
create index link_from on link (organization_id, from_id);
create index link_to on link (organization_id, to_id);
select helios_owned('link');

create table tag (
  organization_id uuid not null,
  key text collate "C" not null check (length(key) between 1 and 80),
  name text not null check (length(name) between 1 and 40),
  created_at timestamptz not null,
  primary key (organization_id, key)
);
select helios_owned('tag');

create table entity_tag (
  organization_id uuid not null,
  entity_id uuid not null,
  tag text collate "C" not null,
  created_at timestamptz not null,
  primary key (organization_id, entity_id, tag),
  foreign key (organization_id, entity_id) references entity (organization_id, id),
  foreign key (organization_id, tag) references tag (organization_id, key)
);
create index entity_tag_tag on entity_tag (organization_id, tag, entity_id);
select helios_owned('entity_tag');

create table comment (
  organization_id uuid not null,
  id uuid not null,
  entity_id uuid not null,
  body text not null check (length(body) between 1 and 20000),
  audience text not null check (audience in ('internal', 'requester')),
  author_name text not null,
  account_id uuid,
  user_id uuid,
  created_at timestamptz not null,
  primary key (organization_id, id),
  foreign key (organization_id, entity_id) references entity (organization_id, id)
);
create index comment_conversation on comment (organization_id, entity_id, created_at desc, id desc);
select helios_owned('comment');

-- An internal note counts for staff only; what the requester reads counts for both.
create or replace function helios_more_text(organization uuid, entity uuid, out staff text, out public text)
language sql stable set search_path = public, pg_temp as $$
  select string_agg(c.body, ' '), string_agg(c.body, ' ') filter (where c.audience = 'requester')
  from comment c where c.organization_id = organization and c.entity_id = entity
$$;

create function helios_comment_written() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    perform helios_text_added(new.organization_id, new.entity_id, new.body, new.audience = 'requester', new.created_at);
  else
    perform helios_text_changed(old.organization_id, old.entity_id, now());
  end if;
  return null;
end $$;
create trigger comment_written after insert or delete or update of body, audience on comment
for each row execute function helios_comment_written();
