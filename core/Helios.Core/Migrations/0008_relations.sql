-- Links have a beginning and an end, and organizations add relations of their own.

alter table link add column since date, add column until date, add constraint link_period check (until >= since);
alter table link drop constraint link_relation_check, add constraint link_relation_check check (relation ~ '^[a-z][a-z0-9_]{1,39}$');
-- A pair is linked once for each relation, whichever end it was linked from; what has ended stays beside it.
drop index link_pair;
create unique index link_pair on link (organization_id, least(from_id, to_id), greatest(from_id, to_id), relation) where until is null;
-- In the order in which pages show links: the first of an entity with ten thousand are found without reading them all.
drop index link_from;
drop index link_to;
create index link_from on link (organization_id, from_id, created_at desc, id desc);
create index link_to on link (organization_id, to_id, created_at desc, id desc);

create table relation_type (
  organization_id uuid not null,
  id uuid not null,
  name text collate "C" not null check (name ~ '^[a-z][a-z0-9_]{1,39}$'),
  forward text not null check (length(forward) between 1 and 60),
  backward text not null check (length(backward) between 1 and 60),
  from_kinds text[] not null default '{}',
  to_kinds text[] not null default '{}',
  created_at timestamptz not null,
  archived_at timestamptz,
  primary key (organization_id, id),
  constraint relation_type_name unique (organization_id, name)
);
select helios_owned('relation_type');
