create table "river" (
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
  river_name text,
  river_kind text not null,
  course geometry(LineString, 4490),
  length double precision,
  warning_level double precision,
  guarantee_level double precision,
  design_flow double precision,
  embankment text,
  chief text,
  chief_phone bytea,
  chief_phone_blind text[],
  managed_by uuid references "unit" (id)
);
create index on "river" (owner_unit_path);
create index on "river" (area_code);
create index on "river" using gist (course);
create index on "river" using gin (chief_phone_blind);
create index on "river" (managed_by);
create unique index on "river" (name) where state not in ('withdrawn', 'merged');
create index on "river" (river_kind, id);

create table "flood_prone_point" (
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
  point_kind text not null,
  address text,
  at geometry(Point, 4490) not null,
  flooded_area geometry(MultiPolygon, 4490),
  worst_depth integer,
  cause text,
  people_there integer,
  shelter_name text,
  treatment text,
  measures text,
  plan uuid[] default '{}',
  checked_on date,
  managed_by uuid references "unit" (id),
  river_id uuid references "river" (id),
  street_lead text,
  street_lead_phone bytea,
  street_lead_phone_blind text[],
  community_lead text,
  community_lead_phone bytea,
  community_lead_phone_blind text[],
  point_lead text,
  point_lead_phone bytea,
  point_lead_phone_blind text[],
  photos uuid[] default '{}'
);
create index on "flood_prone_point" (owner_unit_path);
create index on "flood_prone_point" (area_code);
create index on "flood_prone_point" using gist (at);
create index on "flood_prone_point" using gist (flooded_area);
create index on "flood_prone_point" (managed_by);
create index on "flood_prone_point" (river_id);
create index on "flood_prone_point" using gin (street_lead_phone_blind);
create index on "flood_prone_point" using gin (community_lead_phone_blind);
create index on "flood_prone_point" using gin (point_lead_phone_blind);
create unique index on "flood_prone_point" (name) where state not in ('withdrawn', 'merged');
create index on "flood_prone_point" (point_kind, id);
create index on "flood_prone_point" (treatment, id);
create index on "flood_prone_point" (worst_depth, id);
create index on "flood_prone_point" (checked_on, id);

create table "pump_station" (
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
  pump_kind text not null,
  address text,
  at geometry(Point, 4490) not null,
  pumps integer,
  capacity double precision,
  has_second_supply text,
  has_generator text,
  managed_by uuid references "unit" (id),
  keeper text,
  keeper_phone bytea,
  keeper_phone_blind text[],
  tested_on date
);
create index on "pump_station" (owner_unit_path);
create index on "pump_station" (area_code);
create index on "pump_station" using gist (at);
create index on "pump_station" (managed_by);
create index on "pump_station" using gin (keeper_phone_blind);
create unique index on "pump_station" (name) where state not in ('withdrawn', 'merged');
create index on "pump_station" (pump_kind, id);
create index on "pump_station" (capacity, id);
create index on "pump_station" (has_second_supply, id);
create index on "pump_station" (tested_on, id);

create table "sunken_overpass" (
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
  road_name text,
  at geometry(Point, 4490) not null,
  clearance double precision,
  lowest_level double precision,
  catchment double precision,
  worst_depth integer,
  pump_station_id uuid references "pump_station" (id),
  has_gauge text,
  has_barrier text,
  detour text,
  managed_by uuid references "unit" (id),
  street_lead text,
  street_lead_phone bytea,
  street_lead_phone_blind text[],
  community_lead text,
  community_lead_phone bytea,
  community_lead_phone_blind text[],
  point_lead text,
  point_lead_phone bytea,
  point_lead_phone_blind text[],
  plan uuid[] default '{}',
  checked_on date,
  photos uuid[] default '{}'
);
create index on "sunken_overpass" (owner_unit_path);
create index on "sunken_overpass" (area_code);
create index on "sunken_overpass" using gist (at);
create index on "sunken_overpass" (pump_station_id);
create index on "sunken_overpass" (managed_by);
create index on "sunken_overpass" using gin (street_lead_phone_blind);
create index on "sunken_overpass" using gin (community_lead_phone_blind);
create index on "sunken_overpass" using gin (point_lead_phone_blind);
create unique index on "sunken_overpass" (name) where state not in ('withdrawn', 'merged');
create index on "sunken_overpass" (has_gauge, id);
create index on "sunken_overpass" (has_barrier, id);
create index on "sunken_overpass" (worst_depth, id);
create index on "sunken_overpass" (checked_on, id);

create table "lifeline_point" (
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
  point_code text,
  lifeline_kind text not null,
  point_kind text not null,
  operator_id uuid references "unit" (id),
  address text,
  at geometry(Point, 4490) not null,
  is_key boolean not null,
  serves text,
  served_area geometry(MultiPolygon, 4490),
  served_households integer,
  can_be_shut text,
  has_backup_power text,
  ground_above_flood double precision,
  duty_phone bytea,
  duty_phone_blind text[],
  inspected_on date,
  photos uuid[] default '{}'
);
create index on "lifeline_point" (owner_unit_path);
create index on "lifeline_point" (area_code);
create index on "lifeline_point" (operator_id);
create index on "lifeline_point" using gist (at);
create index on "lifeline_point" using gist (served_area);
create index on "lifeline_point" using gin (duty_phone_blind);
create unique index on "lifeline_point" (point_code) where state not in ('withdrawn', 'merged');
create index on "lifeline_point" (lifeline_kind, id);
create index on "lifeline_point" (point_kind, id);
create index on "lifeline_point" (is_key, id);
create index on "lifeline_point" (inspected_on, id);

create table "lifeline_line" (
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
  line_code text,
  lifeline_kind text not null,
  operator_id uuid references "unit" (id),
  course geometry(LineString, 4490),
  length double precision,
  material text,
  diameter integer,
  depth double precision,
  built_year integer,
  gas_pressure text,
  voltage double precision,
  from_point_id uuid references "lifeline_point" (id),
  to_point_id uuid references "lifeline_point" (id),
  duty_phone bytea,
  duty_phone_blind text[]
);
create index on "lifeline_line" (owner_unit_path);
create index on "lifeline_line" (area_code);
create index on "lifeline_line" (operator_id);
create index on "lifeline_line" using gist (course);
create index on "lifeline_line" (from_point_id);
create index on "lifeline_line" (to_point_id);
create index on "lifeline_line" using gin (duty_phone_blind);
create unique index on "lifeline_line" (line_code) where state not in ('withdrawn', 'merged');
create index on "lifeline_line" (lifeline_kind, id);
create index on "lifeline_line" (material, id);
create index on "lifeline_line" (diameter, id);
create index on "lifeline_line" (built_year, id);
create index on "lifeline_line" (gas_pressure, id);

create table "road" (
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
  road_class text not null,
  course geometry(LineString, 4490),
  width double precision,
  lanes integer,
  clearance double precision,
  weight_limit double precision,
  is_emergency_route boolean not null,
  maintainer_id uuid references "unit" (id)
);
create index on "road" (owner_unit_path);
create index on "road" (area_code);
create index on "road" using gist (course);
create index on "road" (maintainer_id);
create unique index on "road" (name) where state not in ('withdrawn', 'merged');
create index on "road" (road_class, id);
create index on "road" (is_emergency_route, id);
create index on "road" (clearance, id);
create index on "road" (weight_limit, id);

create table "road_node" (
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
  node_code text not null,
  at geometry(Point, 4490) not null,
  is_closed boolean not null
);
create index on "road_node" (owner_unit_path);
create index on "road_node" (area_code);
create index on "road_node" using gist (at);
create unique index on "road_node" (node_code) where state not in ('withdrawn', 'merged');
create index on "road_node" (is_closed, id);

create table "road_edge" (
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
  edge_code text not null,
  from_node text not null,
  to_node text not null,
  length double precision not null,
  is_one_way boolean not null,
  is_closed boolean not null,
  road_id uuid references "road" (id),
  course geometry(LineString, 4490)
);
create index on "road_edge" (owner_unit_path);
create index on "road_edge" (area_code);
create index on "road_edge" (road_id);
create index on "road_edge" using gist (course);
create unique index on "road_edge" (edge_code) where state not in ('withdrawn', 'merged');
create index on "road_edge" (is_closed, id);
create index on "road_edge" (is_one_way, id);
create index on "road_edge" (length, id);

