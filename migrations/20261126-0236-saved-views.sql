create table "saved_view" (
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
  listed_register text not null,
  name text not null,
  query text,
  columns text[] default '{}',
  is_shared boolean not null
);
create index on "saved_view" (owner_unit_path);
create index on "saved_view" (area_code);
create index on "saved_view" (listed_register, created_by);
create unique index on "saved_view" (listed_register, created_by, name) where state = 'active';
