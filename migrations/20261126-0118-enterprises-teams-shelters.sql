create table "enterprise" (
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
  credit_code text,
  industry text not null,
  is_high_risk boolean not null,
  is_chemical boolean not null,
  library text,
  staff_count integer,
  address text not null,
  place geometry(Point, 4490),
  legal_representative text,
  phone bytea,
  phone_blind text[],
  safety_director text,
  safety_director_phone bytea,
  safety_director_phone_blind text[],
  certificate_holders integer,
  has_enterprise_standard boolean not null,
  standardization_grade text,
  standardization_valid_to date,
  insurer text,
  policy_number text,
  insured_amount numeric(16, 2),
  insured_to date
);
create index on "enterprise" (owner_unit_path);
create index on "enterprise" (area_code);
create index on "enterprise" using gist (place);
create index on "enterprise" using gin (phone_blind);
create index on "enterprise" using gin (safety_director_phone_blind);

create table "team" (
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
  team_class text not null,
  specialities text[] default '{}' not null,
  captain text not null,
  duty_phone bytea not null,
  duty_phone_blind text[],
  party_lead text,
  established_strength integer not null,
  base geometry(Point, 4490),
  base_address text,
  turnout_time integer,
  qualification text,
  insured_to date,
  dispatched_for text
);
create index on "team" (owner_unit_path);
create index on "team" (area_code);
create index on "team" using gin (duty_phone_blind);
create index on "team" using gist (base);

create table "team_member" (
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
  team_id uuid references "team" (id) not null,
  name text not null,
  member_role text not null,
  phone bytea,
  phone_blind text[],
  identity_number bytea,
  identity_number_blind text[],
  certificate text,
  certificate_valid_to date,
  joined_on date
);
create index on "team_member" (owner_unit_path);
create index on "team_member" (area_code);
create index on "team_member" (team_id);
create index on "team_member" using gin (phone_blind);
create index on "team_member" using gin (identity_number_blind);

create table "team_equipment" (
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
  team_id uuid references "team" (id) not null,
  name text not null,
  equipment_kind text not null,
  specification text,
  standard_quantity integer not null,
  quantity integer not null,
  serviceable integer not null,
  inspected_on date,
  next_inspection_on date
);
create index on "team_equipment" (owner_unit_path);
create index on "team_equipment" (area_code);
create index on "team_equipment" (team_id);

create table "team_training" (
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
  team_id uuid references "team" (id) not null,
  subject text not null,
  training_kind text not null,
  held_on date not null,
  hours double precision,
  participants integer not null,
  together text[] default '{}',
  result text,
  photos uuid[] default '{}'
);
create index on "team_training" (owner_unit_path);
create index on "team_training" (area_code);
create index on "team_training" (team_id);

create table "shelter" (
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
  grade text not null,
  duration_class text not null,
  space text not null,
  address text not null,
  entrance geometry(Point, 4490),
  outline geometry(MultiPolygon, 4490),
  total_area double precision not null,
  effective_area double precision not null,
  tent_area double precision,
  facilities text[] default '{}' not null,
  routes text,
  fire_access text,
  certified_on date,
  inspected_on date,
  keeper text not null,
  keeper_phone bytea not null,
  keeper_phone_blind text[],
  photos uuid[] default '{}',
  opened_for text,
  check (effective_area <= total_area)
);
create index on "shelter" (owner_unit_path);
create index on "shelter" (area_code);
create index on "shelter" using gist (entrance);
create index on "shelter" using gist (outline);
create index on "shelter" using gin (keeper_phone_blind);

create table "shelter_zone" (
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
  shelter_id uuid references "shelter" (id) not null,
  name text not null,
  zone_kind text not null,
  takes_people boolean not null,
  effective_area double precision not null
);
create index on "shelter_zone" (owner_unit_path);
create index on "shelter_zone" (area_code);
create index on "shelter_zone" (shelter_id);

create table "shelter_stay" (
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
  shelter_id uuid references "shelter" (id) not null,
  zone_id uuid references "shelter_zone" (id),
  bed text not null,
  household bytea,
  people integer not null,
  needs text[] default '{}' not null,
  phone bytea,
  phone_blind text[],
  identity_number bytea,
  identity_number_blind text[],
  home_address text,
  over_capacity_reason text,
  went_to text
);
create index on "shelter_stay" (owner_unit_path);
create index on "shelter_stay" (area_code);
create index on "shelter_stay" (shelter_id);
create index on "shelter_stay" (zone_id);
create index on "shelter_stay" using gin (phone_blind);
create index on "shelter_stay" using gin (identity_number_blind);
create unique index on "shelter_stay" (number) where number is not null;
-- Keys: two people at the same instant are kept apart here; the words come from the command.
create unique index on "enterprise" (credit_code) where state not in ('withdrawn', 'merged');
create unique index on "team" (name) where state not in ('withdrawn', 'merged');
create unique index on "shelter" (name) where state not in ('withdrawn', 'merged');

-- What belongs to a team or a shelter is asked for by it, on every row of their lists.
create index on "team_member" (team_id) where state = 'active';
create index on "team_equipment" (team_id) where state = 'active';
create index on "team_training" (team_id, held_on) where state = 'active';
create index on "shelter_zone" (shelter_id) where state = 'active';
create index on "shelter_stay" (shelter_id) where state = 'active';
