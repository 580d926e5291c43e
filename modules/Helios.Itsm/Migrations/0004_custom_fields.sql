-- Fields of the organization's own.
alter table ticket add column custom_fields jsonb;
