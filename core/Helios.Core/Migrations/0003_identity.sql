-- Who signs in, where he belongs, and what he carries. All of it is read before an organization is known, so it stands in
-- schema platform without row-level security; no secret is stored, only what recognizes it.

-- One row: the state of this installation.
create table platform.installation (
  id boolean primary key default true check (id),
  setup_hash bytea,
  setup_expires_at timestamptz,
  set_up_at timestamptz
);
insert into platform.installation default values;
select helios_grant('select, update', 'platform.installation');

create table platform.account (
  id uuid primary key,
  mail text not null check (length(mail) between 3 and 254),
  mail_key text not null constraint account_mail unique,
  name text not null check (length(name) between 1 and 200),
  password_hash text not null,
  password_changed_at timestamptz not null,
  appearance text not null default '{}',
  created_at timestamptz not null
);
select helios_grant('select, insert, update', 'platform.account');

-- An account's place in an organization: as which person of its directory, and with which role. Set-up makes both in one
-- save, in whichever order, so the person is looked for at the commit.
create table platform.membership (
  account_id uuid not null references platform.account (id),
  organization_id uuid not null references platform.organization (id),
  user_id uuid not null,
  role text not null check (role in ('owner', 'it_staff', 'user')),
  created_at timestamptz not null,
  disabled_at timestamptz,
  primary key (account_id, organization_id),
  constraint membership_user unique (organization_id, user_id),
  foreign key (organization_id, user_id) references "user" (organization_id, id) deferrable initially deferred
);
select helios_grant('select, insert, update', 'platform.membership');

-- A signed-in browser. expires_at is the end that no use moves.
create table platform.session (
  id uuid primary key,
  account_id uuid not null references platform.account (id),
  token_hash bytea not null unique,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  address text not null,
  agent text not null,
  revoked_at timestamptz
);
create index session_account on platform.session (account_id, last_seen_at desc);
create index session_expires on platform.session (expires_at);
select helios_grant('select, insert, update, delete', 'platform.session');

-- Failed sign-ins for a mail address from a network address, and for a network address alone (key of no bytes).
create table platform.sign_in_attempt (
  key bytea not null,
  address text not null,
  failures integer not null,
  last_at timestamptz not null,
  blocked_until timestamptz,
  primary key (key, address)
);
create index sign_in_attempt_last on platform.sign_in_attempt (last_at);
select helios_grant('select, insert, update, delete', 'platform.sign_in_attempt');

create table platform.access_token (
  id uuid primary key,
  handle text not null unique check (handle ~ '^[0-9A-Za-z]{10}$'),
  organization_id uuid not null references platform.organization (id),
  account_id uuid not null,
  user_id uuid not null,
  name text not null check (length(name) between 1 and 100),
  hash bytea not null,
  created_at timestamptz not null,
  last_used_at timestamptz,
  expires_at timestamptz,
  revoked_at timestamptz,
  foreign key (account_id, organization_id) references platform.membership (account_id, organization_id)
);
create index access_token_account on platform.access_token (account_id, organization_id, created_at desc);
select helios_grant('select, insert, update', 'platform.access_token');

-- A one-time link by which a person of the directory makes his account.
create table platform.invitation (
  id uuid primary key,
  organization_id uuid not null references platform.organization (id),
  user_id uuid not null,
  role text not null check (role in ('owner', 'it_staff', 'user')),
  token_hash bytea not null unique,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  foreign key (organization_id, user_id) references "user" (organization_id, id)
);
create index invitation_user on platform.invitation (organization_id, user_id);
select helios_grant('select, insert, update, delete', 'platform.invitation');
