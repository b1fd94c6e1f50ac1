-- One row per upload; the bytes lie under their digest in the data directory.
create table "file" (
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
  sha256 text not null,
  media_type text not null,
  size integer not null,
  name bytea,
  subject_register text,
  subject_id uuid
);
create index on "file" (owner_unit_path);
create index on "file" (area_code);
create index on "file" (subject_id);
create index on "file" (sha256);
