-- Tags have a color, can be renamed and merged, and are found by every name that they have had.

alter table tag add column color text not null default 'gray'
  check (color in ('gray', 'red', 'amber', 'green', 'teal', 'blue', 'violet', 'pink'));
alter table tag add column archived_at timestamptz;
-- The tag that this one is being merged into, while a job moves its rows.
alter table tag add column merging_into text collate "C";

-- Every name by which a tag is known, as it is compared: its own, those that it had, and those of tags that were merged into it.
create table tag_name (
  organization_id uuid not null,
  name text collate "C" not null check (length(name) between 1 and 80),
  tag text collate "C" not null,
  primary key (organization_id, name),
  foreign key (organization_id, tag) references tag (organization_id, key)
);
create index tag_name_tag on tag_name (organization_id, tag);
select helios_owned('tag_name');
insert into tag_name (organization_id, name, tag) select organization_id, key, key from tag;

-- Makes a tag with its first name. Two people may do so at the same moment: the second takes the first one's.
create function helios_tag_made(organization uuid, tag_key text, tag_label text, moment timestamptz) returns void
language sql set search_path = public, pg_temp as $$
  insert into tag (organization_id, key, name, created_at) values (organization, tag_key, tag_label, moment) on conflict (organization_id, key) do nothing;
  insert into tag_name (organization_id, name, tag) values (organization, tag_key, tag_key) on conflict (organization_id, name) do nothing
$$;

-- Moves so many of the entities with one tag to another; whoever has both keeps one. Says how many were moved.
create function helios_retag(organization uuid, tag_from text, tag_into text, at_most integer) returns integer
language sql set search_path = public, pg_temp as $$
  with gone as (
    delete from entity_tag where organization_id = organization and tag = tag_from and entity_id in
      (select entity_id from entity_tag where organization_id = organization and tag = tag_from order by entity_id limit at_most)
    returning entity_id, created_at
  ), kept as (
    insert into entity_tag (organization_id, entity_id, tag, created_at) select organization, entity_id, tag_into, created_at from gone
    on conflict (organization_id, entity_id, tag) do nothing)
  select count(*)::integer from gone
$$;
revoke all on function helios_tag_made(uuid, text, text, timestamptz), helios_retag(uuid, text, text, integer) from public;
select helios_grant('execute', 'function helios_tag_made(uuid, text, text, timestamptz)');
select helios_grant('execute', 'function helios_retag(uuid, text, text, integer)');
