-- The number of an entity's key as a column, so that lists sort T-9 before T-10: bigint is leakproof, and the index serves it.
-- The database makes it of the key itself; a version that does not know it goes on running.

create function helios_numbered(entity_table text) returns void language plpgsql as $$
begin
  execute format($add$alter table %I add column number bigint not null generated always as (substring(key from '[0-9]+$')::bigint) stored$add$, entity_table);
  execute format('create index %I on %I (organization_id, number, id)', entity_table || '_number', entity_table);
end $$;
