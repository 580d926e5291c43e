-- Files on entities of any kind, by themselves or with a comment.
create table attachment (
  organization_id uuid not null,
  id uuid not null,
  entity_id uuid not null,
  comment_id uuid,
  audience text not null check (audience in ('internal', 'requester')),
  name text not null check (length(name) between 1 and 200),
  size bigint not null check (size > 0),
  media_type text not null,
  width integer,
  height integer,
  content_hash text collate "C" not null check (content_hash ~ '^[0-9a-f]{64}$'),
  author_name text not null,
  account_id uuid,
  user_id uuid,
  created_at timestamptz not null,
  primary key (organization_id, id),
  foreign key (organization_id, entity_id) references entity (organization_id, id),
  foreign key (organization_id, comment_id) references comment (organization_id, id)
);
create index attachment_entity on attachment (organization_id, entity_id, created_at desc, id desc);
create index attachment_comment on attachment (organization_id, comment_id) where comment_id is not null;
create index attachment_content on attachment (organization_id, content_hash);
select helios_owned('attachment');

-- The words of a file's name: what holds them together is no part of them.
create function helios_name_words(name text) returns text
language sql immutable parallel safe as $$ select translate(name, '._-()[]{}', '         ') $$;

-- An internal note or file counts for staff only; what the requester reads counts for both.
create or replace function helios_more_text(organization uuid, entity uuid, out staff text, out public text)
language sql stable set search_path = public, pg_temp as $$
  select string_agg(t.content, ' '), string_agg(t.content, ' ') filter (where t.audience = 'requester')
  from (
    select c.body, c.audience from comment c where c.organization_id = organization and c.entity_id = entity
    union all
    select helios_name_words(a.name), a.audience from attachment a where a.organization_id = organization and a.entity_id = entity
  ) t (content, audience)
$$;

create function helios_attachment_written() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    perform helios_text_added(new.organization_id, new.entity_id, helios_name_words(new.name), new.audience = 'requester', new.created_at);
  else
    perform helios_text_changed(old.organization_id, old.entity_id, now());
  end if;
  return null;
end $$;
create trigger attachment_written after insert or delete or update of name, audience on attachment
for each row execute function helios_attachment_written();
