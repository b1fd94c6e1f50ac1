-- The district's areas and the 1+21+9+X organisation: units, posts, people, and who holds what from when until when.
create table "area" (
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
  code text not null,
  name text not null,
  kind text not null,
  parent_code text,
  outline geometry(Polygon, 4490) not null,
  is_schematic boolean not null,
  unique (code)
);
create index on "area" (owner_unit_path);
create index on "area" (area_code);

create table "unit" (
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
  short_name text not null,
  kind text not null,
  parent_id uuid references "unit" (id),
  path text not null,
  is_assumed boolean not null,
  valid_from timestamptz not null,
  valid_to timestamptz,
  unique (path)
);
create index on "unit" (owner_unit_path);
create index on "unit" (area_code);

create table "person" (
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
  phone bytea,
  email bytea
);
create index on "person" (owner_unit_path);
create index on "person" (area_code);

create table "post" (
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
  unit_id uuid references "unit" (id) not null,
  name text not null,
  role text not null,
  unique (unit_id, name)
);
create index on "post" (owner_unit_path);
create index on "post" (area_code);

create table "appointment" (
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
  post_id uuid references "post" (id) not null,
  valid_from timestamptz not null,
  valid_to timestamptz,
  deputises_for uuid references "appointment" (id),
  check (valid_to is null or valid_to > valid_from)
);
create index on "appointment" (owner_unit_path);
create index on "appointment" (area_code);

create index on area using gist (outline);
create index on unit (parent_id);
create index on post (unit_id, role);
create index on appointment (post_id);
create index on appointment (person_id);
create index on appointment (deputises_for) where deputises_for is not null;
