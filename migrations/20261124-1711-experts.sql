create table "expert" (
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
  name text not null,
  fields text[] default '{}' not null,
  organisation text not null,
  professional_title text,
  speciality text,
  phone bytea,
  is_on_call boolean not null,
  base geometry(Point, 4490),
  appointed_on date not null,
  term_ends_on date not null
);
create index on "expert" (owner_unit_path);
create index on "expert" (area_code);
create index on "expert" using gist (base);
