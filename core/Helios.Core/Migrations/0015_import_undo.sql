-- An import is undone as one: its rows know the runs that did them, and the bulk change that takes them back knows the import.

alter table import_row add column runs uuid[] not null default '{}';
alter table bulk_change add column undoes_import_id uuid;
alter table bulk_change add foreign key (organization_id, undoes_import_id) references import (organization_id, id);
create index bulk_change_undoes_import on bulk_change (organization_id, undoes_import_id) where undoes_import_id is not null;
