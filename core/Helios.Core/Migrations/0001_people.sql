-- People and places: the directory that everything else refers to.

create table location (
  organization_id uuid not null references platform.organization (id),
  id uuid not null,
  key text not null,
  staff_readable boolean not null,
  version bigint not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  archived_at timestamptz,
  name text collate "und-x-icu" not null check (length(name) between 1 and 200),
  name_key text not null,
  address text,
  address2 text,
  city text,
  state text,
  country text,
  postal_code text,
  currency text check (currency ~ '^[A-Z]{3}$'),
  notes text,
  parent_id uuid,
  manager_id uuid,
  address_key text not null,
  primary key (organization_id, id),
  unique (organization_id, key),
  foreign key (organization_id, parent_id) references location (organization_id, id)
);
create unique index location_name_address on location (organization_id, name_key, address_key) where archived_at is null;
create index location_name on location (organization_id, name, id);
create index location_updated on location (organization_id, updated_at desc, id desc);
create index location_parent on location (organization_id, parent_id) where parent_id is not null;
create index location_manager on location (organization_id, manager_id) where manager_id is not null;
create index location_archived on location (organization_id, name, id) where archived_at is not null;
select helios_owned('location');

create table "user" (
  organization_id uuid not null references platform.organization (id),
  id uuid not null,
  key text not null,
  staff_readable boolean not null,
  version bigint not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  archived_at timestamptz,
  name text collate "und-x-icu" not null check (length(name) between 1 and 200),
  first_name text,
  last_name text,
  username text,
  username_key text,
  mail text,
  mail_key text,
  phone text,
  title text,
  employee_number text,
  company text,
  website text,
  notes text,
  is_active boolean not null,
  is_vip boolean not null,
  is_remote boolean not null,
  is_staff boolean not null default false,
  starts_on date,
  ends_on date,
  location_id uuid,
  manager_id uuid,
  source text not null check (source in ('manual', 'import', 'setup')),
  primary key (organization_id, id),
  unique (organization_id, key),
  foreign key (organization_id, location_id) references location (organization_id, id),
  foreign key (organization_id, manager_id) references "user" (organization_id, id)
);
create unique index user_username on "user" (organization_id, username_key) where username_key is not null;
create unique index user_mail on "user" (organization_id, mail_key) where mail_key is not null;
create index user_name on "user" (organization_id, name, id);
create index user_updated on "user" (organization_id, updated_at desc, id desc);
create index user_location on "user" (organization_id, location_id, name, id) where location_id is not null;
create index user_manager on "user" (organization_id, manager_id, name, id) where manager_id is not null;
create index user_staff on "user" (organization_id, name, id) where is_staff;
-- Filters that leave few rows.
create index user_vip on "user" (organization_id, name, id) where is_vip;
create index user_inactive on "user" (organization_id, name, id) where not is_active;
create index user_archived on "user" (organization_id, name, id) where archived_at is not null;
create index user_company on "user" (organization_id, company, name, id) where company is not null;
create index user_employee on "user" (organization_id, employee_number) where employee_number is not null;
select helios_owned('user');

alter table location add foreign key (organization_id, manager_id) references "user" (organization_id, id);
