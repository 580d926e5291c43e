-- Details of form 2 have a salt for each part, so that single values can be erased (docs/audit.md). The form is 1 where nobody says so.
alter table event_detail add column form smallint not null default 1, add column erased_by uuid;

-- Signed words about how far a chain was, and with which link it ended.
create table audit_checkpoint (
  organization_id uuid not null references platform.organization (id),
  seq bigint not null,
  hash bytea not null check (octet_length(hash) = 32),
  signed_at timestamptz not null,
  key text not null check (key ~ '^[0-9a-f]{16}$'),
  signature bytea not null check (octet_length(signature) = 64),
  primary key (organization_id, seq)
);
select helios_owned('audit_checkpoint', 'select, insert');

-- The one way in which a detail changes: values of it go, for an erasure that is itself an event of the organization.
create function helios_erase_detail(erasure_at timestamptz, erasure uuid, happened timestamptz, event_to_erase uuid, proof bytea, kept text) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  organization uuid := nullif(current_setting('helios.organization', true), '')::uuid;
begin
  if organization is null or not exists (
    select from event e where e.organization_id = organization and e.occurred_at = erasure_at and e.id = erasure and e.action = 'PersonalDataErased')
  then
    raise exception 'This organization has no erasure %.', erasure;
  end if;
  update event_detail d set salt = proof, body = kept, erased_by = erasure
  where d.organization_id = organization and d.occurred_at = happened and d.event_id = event_to_erase;
  return found;
end $$;
revoke all on function helios_erase_detail(timestamptz, uuid, timestamptz, uuid, bytea, text) from public;
select helios_grant('execute', 'function helios_erase_detail(timestamptz, uuid, timestamptz, uuid, bytea, text)');
