create table "reservoir" (
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
  register_code text,
  river text,
  size text not null,
  capacity double precision not null,
  flood_limit_level double precision,
  design_level double precision,
  check_level double precision,
  restricted_level double precision,
  dam_type text,
  dam_height double precision,
  at geometry(Point, 4490) not null,
  flooded_area geometry(MultiPolygon, 4490),
  people_below integer,
  administrator text,
  administrator_phone bytea,
  administrator_phone_blind text[],
  engineer text,
  engineer_phone bytea,
  engineer_phone_blind text[],
  patroller text,
  patroller_phone bytea,
  patroller_phone_blind text[],
  managed_by uuid references "unit" (id),
  appraised_on date,
  safety_class text,
  photos uuid[] default '{}'
);
create index on "reservoir" (owner_unit_path);
create index on "reservoir" (area_code);
create index on "reservoir" using gist (at);
create index on "reservoir" using gist (flooded_area);
create index on "reservoir" using gin (administrator_phone_blind);
create index on "reservoir" using gin (engineer_phone_blind);
create index on "reservoir" using gin (patroller_phone_blind);
create index on "reservoir" (managed_by);
create unique index on "reservoir" (register_code) where state not in ('withdrawn', 'merged');
