-- Who may sign in, what proves it, and who is signed in now. Proofs lie apart from the register, so that nothing that
-- reads accounts can select them.
create table "account" (
  id uuid primary key,
  number text,
  state text not null,
  version integer not null default 1,
  mark text not null check (mark in ('real', 'drill', 'test')),
  owner_unit_id uuid not null,
  owner_unit_path text not null collate "C",
  area_code text not null collate "C",
  created_at timestamptz not null,
  created_by uuid not null,
  changed_at timestamptz not null,
  changed_by uuid not null,
  changed_fact uuid not null,
  person_id uuid references "person" (id) not null,
  username text not null,
  may_link boolean not null,
  unique (username),
  unique (person_id),
  check (state in ('active', 'suspended'))
);
create index on "account" (owner_unit_path);
create index on "account" (area_code);

create table credential (
  account_id uuid primary key references "account" (id),
  password_hash text,
  password_changed_at timestamptz,
  must_change boolean not null default false,
  -- Sealed under the installation's master key, which is not in the database.
  totp_secret bytea,
  totp_confirmed_at timestamptz,
  -- The time step of the last code taken: a code works once.
  totp_last_step bigint,
  oidc_issuer text,
  oidc_subject text,
  unique (oidc_issuer, oidc_subject)
);

create table password_history (
  id bigint generated always as identity primary key,
  account_id uuid not null references "account" (id),
  set_at timestamptz not null,
  password_hash text not null
);
create index on password_history (account_id, id);

-- Only the digest of the token: who reads the table cannot take a session over.
create table session (
  id uuid primary key,
  token_digest bytea not null unique,
  account_id uuid not null references "account" (id),
  started_at timestamptz not null,
  expires_at timestamptz not null,
  last_seen_at timestamptz not null,
  last_active_at timestamptz not null,
  unlocked_at timestamptz,
  second_factor_at timestamptz,
  address text not null,
  user_agent text not null,
  means text not null check (means in ('password', 'oidc')),
  ended_at timestamptz,
  end_reason text
);
create index on session (account_id, started_at);

create table api_key (
  id uuid primary key,
  account_id uuid not null references "account" (id),
  hat_id uuid not null references "appointment" (id),
  name text not null,
  digest bytea not null unique,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz
);
create index on api_key (account_id);

create table "sign_in_attempt" (
  id uuid primary key,
  number text,
  state text not null,
  version integer not null default 1,
  mark text not null check (mark in ('real', 'drill', 'test')),
  owner_unit_id uuid not null,
  owner_unit_path text not null collate "C",
  area_code text not null collate "C",
  created_at timestamptz not null,
  created_by uuid not null,
  changed_at timestamptz not null,
  changed_by uuid not null,
  changed_fact uuid not null,
  name_digest text not null,
  account_id uuid references "account" (id),
  address text not null,
  reason text not null,
  check (state in ('refused', 'forgiven'))
);
create index on "sign_in_attempt" (owner_unit_path);
create index on "sign_in_attempt" (area_code);
create index on "sign_in_attempt" (name_digest, created_at) where state = 'refused';
create index on "sign_in_attempt" (address, created_at) where state = 'refused';
