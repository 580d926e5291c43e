-- What is printed on a specimen, and what became of it.

alter table specimen
  add code text,
  add code_key text,
  add status text not null default 'kept' check (status in ('kept', 'lent'));
create unique index specimen_code on specimen (organization_id, code_key) where code_key is not null;
create index specimen_name on specimen (organization_id, name, id);
