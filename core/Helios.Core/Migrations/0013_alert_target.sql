-- The address stands under the organization's own key from now on, as every secret of an organization. What was sealed under the
-- root key itself cannot be sealed anew here, so the address is entered once more; no released version stored one.
delete from alert_target;
alter table alert_target drop constraint alert_target_pkey;
alter table alert_target drop column address;
alter table alert_target add column id uuid not null, add column revision integer not null, add column sealed bytea not null;
alter table alert_target add primary key (organization_id, id);
create unique index alert_target_one on alert_target (organization_id);
