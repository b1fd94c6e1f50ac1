create table "building" (
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
  building_code text,
  address text not null,
  building_use text not null,
  structure text,
  built_year integer,
  floors_above integer,
  floors_below integer,
  height double precision,
  floor_area double precision,
  at geometry(Point, 4490) not null,
  outline geometry(MultiPolygon, 4490),
  danger_grade text,
  appraised_on date,
  is_old_estate boolean not null,
  has_glass_facade boolean not null,
  lift_count integer,
  property text,
  property_phone bytea,
  property_phone_blind text[],
  photos uuid[] default '{}'
);
create index on "building" (owner_unit_path);
create index on "building" (area_code);
create index on "building" using gist (at);
create index on "building" using gist (outline);
create index on "building" using gin (property_phone_blind);
create unique index on "building" (building_code) where state not in ('withdrawn', 'merged');
create index on "building" (building_use, id);
create index on "building" (structure, id);
create index on "building" (danger_grade, id);
create index on "building" (built_year, id);
create index on "building" (height, id);
create index on "building" (is_old_estate, id);
create index on "building" (has_glass_facade, id);

create table "household" (
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
  household_code text not null,
  address text not null,
  building_id uuid references "building" (id),
  door text,
  floor integer,
  tenure text,
  living_there integer,
  at geometry(Point, 4490)
);
create index on "household" (owner_unit_path);
create index on "household" (area_code);
create index on "household" (building_id);
create index on "household" using gist (at);
create unique index on "household" (household_code) where state not in ('withdrawn', 'merged');
create index on "household" (tenure, id);
create index on "household" (living_there, id);
create index on "household" (floor, id);

create table "resident" (
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
  person_code text not null,
  name bytea,
  name_blind text[],
  identity_number bytea,
  identity_number_blind text[],
  phone bytea,
  phone_blind text[],
  sex text,
  birth_year integer,
  residence text,
  household_id uuid references "household" (id),
  relation text,
  home geometry(Point, 4490),
  vulnerabilities text[] default '{}' not null,
  care_note bytea,
  helper_id uuid references "person" (id),
  copied_for text not null,
  copied_on date not null,
  copied_until date not null
);
create index on "resident" (owner_unit_path);
create index on "resident" (area_code);
create index on "resident" using gin (name_blind);
create index on "resident" using gin (identity_number_blind);
create index on "resident" using gin (phone_blind);
create index on "resident" (household_id);
create index on "resident" using gist (home);
create index on "resident" (helper_id);
create unique index on "resident" (person_code) where state not in ('withdrawn', 'merged');
create index on "resident" using gin (vulnerabilities);
create index on "resident" (birth_year, id);
create index on "resident" (sex, id);
create index on "resident" (residence, id);
create index on "resident" (copied_until, id);

create table "protected_target" (
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
  target_kind text not null,
  address text not null,
  at geometry(Point, 4490) not null,
  outline geometry(MultiPolygon, 4490),
  building_id uuid references "building" (id),
  most_people integer,
  is_key_fire_unit boolean not null,
  assembly_point geometry(Point, 4490),
  responsible text,
  responsible_phone bytea,
  responsible_phone_blind text[],
  duty_phone bytea,
  duty_phone_blind text[],
  inspected_on date,
  photos uuid[] default '{}',
  school_stage text,
  pupils integer,
  boarders integer,
  hospital_grade text,
  hospital_beds integer,
  intensive_care_beds integer,
  has_emergency_room text,
  has_backup_power text,
  care_beds integer,
  dependent_residents integer,
  night_staff integer,
  crowded_place_kind text,
  daily_visitors integer,
  opening_hours text,
  tall_class text,
  tall_height double precision,
  refuge_floors text,
  fire_lifts integer,
  underground_use text,
  underground_depth double precision,
  exits integer,
  has_flood_barrier text,
  drainage_pumps integer
);
create index on "protected_target" (owner_unit_path);
create index on "protected_target" (area_code);
create index on "protected_target" using gist (at);
create index on "protected_target" using gist (outline);
create index on "protected_target" (building_id);
create index on "protected_target" using gist (assembly_point);
create index on "protected_target" using gin (responsible_phone_blind);
create index on "protected_target" using gin (duty_phone_blind);
create unique index on "protected_target" (name) where state not in ('withdrawn', 'merged');
create index on "protected_target" (target_kind, id);
create index on "protected_target" (most_people, id);
create index on "protected_target" (is_key_fire_unit, id);
create index on "protected_target" (inspected_on, id);
