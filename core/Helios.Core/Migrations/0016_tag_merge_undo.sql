-- A merge of tags can be taken back: it notes which entities it moved.

create table tag_moved (
  organization_id uuid not null,
  -- The key of the tag that ended, which none has had since: its names lead to the other.
  tag text collate "C" not null,
  entity_id uuid not null,
  -- When the entity was tagged with it.
  tagged_at timestamptz not null,
  -- Whether it had the other tag already.
  had_both boolean not null,
  moved_on date not null,
  primary key (organization_id, tag, entity_id)
);
select helios_owned('tag_moved');

-- The way back tags entities with a tag that comes again in the same transaction.
alter table entity_tag alter constraint entity_tag_organization_id_tag_fkey deferrable initially immediate;

-- Moves so many of the entities with one tag to another, and notes them; whoever has both keeps one. Says how many were moved.
create function helios_retag(organization uuid, tag_from text, tag_into text, at_most integer, moment timestamptz) returns integer
language sql set search_path = public, pg_temp as $$
  with gone as (
    delete from entity_tag where organization_id = organization and tag = tag_from and entity_id in
      (select entity_id from entity_tag where organization_id = organization and tag = tag_from order by entity_id limit at_most)
    returning entity_id, created_at
  ), kept as (
    insert into entity_tag (organization_id, entity_id, tag, created_at) select organization, entity_id, tag_into, created_at from gone
    on conflict (organization_id, entity_id, tag) do nothing returning entity_id
  ), noted as (
    insert into tag_moved (organization_id, tag, entity_id, tagged_at, had_both, moved_on)
    select organization, tag_from, gone.entity_id, gone.created_at, kept.entity_id is null, moment::date from gone left join kept on kept.entity_id = gone.entity_id
    on conflict (organization_id, tag, entity_id) do nothing)
  select count(*)::integer from gone
$$;

-- Gives the entities that a merge moved their first tag back: those that have still the other one. What had both from the start keeps it.
create function helios_untag(organization uuid, tag_from text, tag_into text) returns void
language plpgsql set search_path = public, pg_temp as $$
begin
  set constraints entity_tag_organization_id_tag_fkey deferred;
  with moved as (
    delete from tag_moved where organization_id = organization and tag = tag_from returning entity_id, tagged_at, had_both
  ), back as (
    select moved.entity_id, moved.tagged_at, moved.had_both
    from moved join entity_tag had on had.organization_id = organization and had.entity_id = moved.entity_id and had.tag = tag_into
  ), gone as (
    delete from entity_tag using back
    where entity_tag.organization_id = organization and entity_tag.entity_id = back.entity_id and entity_tag.tag = tag_into and not back.had_both)
  insert into entity_tag (organization_id, entity_id, tag, created_at) select organization, entity_id, tag_from, tagged_at from back
  on conflict (organization_id, entity_id, tag) do nothing;
end
$$;
revoke all on function helios_retag(uuid, text, text, integer, timestamptz), helios_untag(uuid, text, text) from public;
select helios_grant('execute', 'function helios_retag(uuid, text, text, integer, timestamptz)');
select helios_grant('execute', 'function helios_untag(uuid, text, text)');
