-- The rules of the desk in an organization. No row means the usual ones.
create table ticket_settings (
  organization_id uuid primary key references platform.organization (id),
  close_after_days integer not null check (close_after_days between 1 and 365)
);
select helios_owned('ticket_settings');
