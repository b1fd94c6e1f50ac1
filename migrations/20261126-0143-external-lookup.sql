-- Looks into registers of others: who, when, what for; never the key itself.
create table "external_lookup" (
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
  register text not null,
  key_digest text not null,
  purpose text not null,
  outcome text not null,
  is_cached boolean not null,
  answer bytea,
  fetched_at timestamptz,
  expires_at timestamptz
);
create index on "external_lookup" (owner_unit_path);
create index on "external_lookup" (area_code);
create index external_lookup_key on "external_lookup" (register, key_digest, created_by);
