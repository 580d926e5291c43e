-- Who watches what, whom a comment mentions, and what reached whose inbox.

create table watcher (
  organization_id uuid not null,
  entity_id uuid not null,
  user_id uuid not null,
  because text not null check (because in ('watched', 'created', 'assigned', 'commented', 'mentioned')),
  created_at timestamptz not null,
  primary key (organization_id, entity_id, user_id),
  foreign key (organization_id, entity_id) references entity (organization_id, id),
  foreign key (organization_id, user_id) references "user" (organization_id, id)
);
create index watcher_user on watcher (organization_id, user_id);
select helios_owned('watcher');

-- The text of a comment names people by their keys; these rows say who they are.
create table comment_mention (
  organization_id uuid not null,
  comment_id uuid not null,
  user_id uuid not null,
  entity_id uuid not null,
  primary key (organization_id, comment_id, user_id),
  foreign key (organization_id, comment_id) references comment (organization_id, id),
  foreign key (organization_id, entity_id) references entity (organization_id, id),
  foreign key (organization_id, user_id) references "user" (organization_id, id)
);
select helios_owned('comment_mention');

-- What reaches whom: a person without a row is told everything, and watches by himself what he works on.
create table notification_setting (
  organization_id uuid not null,
  user_id uuid not null,
  inbox_off text[] not null default '{}',
  watch_off text[] not null default '{}',
  primary key (organization_id, user_id),
  foreign key (organization_id, user_id) references "user" (organization_id, id)
);
select helios_owned('notification_setting');

-- One row for each person and entity; what happens to it again before he reads counts up.
create table inbox_entry (
  organization_id uuid not null,
  id uuid not null,
  user_id uuid not null,
  entity_id uuid not null,
  reason text not null check (reason in ('mentioned', 'assigned', 'requester', 'watching')),
  audience text not null check (audience in ('internal', 'requester')),
  updates integer not null,
  seq bigint not null,
  event_id uuid not null,
  happened_at timestamptz not null,
  is_unread boolean not null,
  archived_at timestamptz,
  primary key (organization_id, id),
  constraint inbox_entry_subject unique (organization_id, user_id, entity_id),
  foreign key (organization_id, entity_id) references entity (organization_id, id),
  foreign key (organization_id, user_id) references "user" (organization_id, id)
);
create index inbox_entry_recent on inbox_entry (organization_id, user_id, happened_at desc, id desc);
create index inbox_entry_unread on inbox_entry (organization_id, user_id, happened_at desc, id desc) where is_unread;
create index inbox_entry_age on inbox_entry (organization_id, happened_at);
select helios_owned('inbox_entry');

-- How many are unread stands beside the role: the one statement that finds out who asks for a page brings it along.
alter table platform.membership add column unread integer not null default 0;

-- Counts anew under the lock of the membership, in a statement of its own: so two changes at the same moment do not lose each other.
create function helios_inbox_counted() returns trigger
language plpgsql set search_path = public, pg_temp as $$
declare
  entry inbox_entry := case when tg_op = 'DELETE' then old else new end;
begin
  perform 1 from platform.membership m where m.organization_id = entry.organization_id and m.user_id = entry.user_id for update;
  update platform.membership m
  set unread = (select count(*) from inbox_entry i where i.organization_id = entry.organization_id and i.user_id = entry.user_id and i.is_unread)
  where m.organization_id = entry.organization_id and m.user_id = entry.user_id;
  perform pg_notify('helios_inbox', entry.organization_id || ':' || entry.user_id);
  return null;
end $$;
create trigger inbox_counted after insert or delete or update of is_unread, updates, archived_at on inbox_entry
for each row execute function helios_inbox_counted();

-- Nobody is told of what happened before there were inboxes.
insert into event_cursor (organization_id, follower, seq) select organization_id, 'inbox', seq from seal_head;
