create table "fallback_pack" (
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
  made_at timestamptz not null,
  file_name text not null,
  sha256 text not null,
  size integer not null,
  row_count integer not null,
  check (state in ('active', 'removed'))
);
create index on "fallback_pack" (owner_unit_path);
create index on "fallback_pack" (area_code);
create index on "fallback_pack" (made_at) where state = 'active';
