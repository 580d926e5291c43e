-- Work that follows the sealed events of organizations, each follower with a place of its own in each chain.

create table event_cursor (
  organization_id uuid not null,
  follower text not null,
  seq bigint not null,
  primary key (organization_id, follower)
);
select helios_owned('event_cursor', 'select, insert, update');

-- Organizations with sealed events that a follower has not taken yet. It tells their ids and nothing of what is in them.
create function helios_behind(wanted text) returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select h.organization_id from seal_head h
  left join event_cursor c on c.organization_id = h.organization_id and c.follower = wanted
  where h.seq > coalesce(c.seq, 0)
$$;
revoke all on function helios_behind(text) from public;
select helios_grant('execute', 'function helios_behind(text)');
