-- Who watches a record and whom it reached is no reason to keep it: both go when its making is undone.

alter table watcher drop constraint watcher_organization_id_entity_id_fkey,
  add foreign key (organization_id, entity_id) references entity (organization_id, id) on delete cascade;
alter table inbox_entry drop constraint inbox_entry_organization_id_entity_id_fkey,
  add foreign key (organization_id, entity_id) references entity (organization_id, id) on delete cascade;
