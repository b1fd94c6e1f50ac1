create table "grid" (
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
  grid_code text not null,
  grid_kind text not null,
  community_id uuid references "unit" (id),
  outline geometry(MultiPolygon, 4490),
  duty_layers text[] default '{}' not null,
  households integer,
  people integer,
  description text
);
create index on "grid" (owner_unit_path);
create index on "grid" (area_code);
create index on "grid" (community_id);
create index on "grid" using gist (outline);
create unique index on "grid" (grid_code) where state not in ('withdrawn', 'merged');
create index on "grid" (grid_kind, id);
create index on "grid" using gin (duty_layers);

create table "grid_member" (
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
  grid_id uuid references "grid" (id) not null,
  name text not null,
  part text not null,
  duty_layers text[] default '{}' not null,
  phone bytea not null,
  phone_blind text[],
  unit_id uuid references "unit" (id),
  person_id uuid references "person" (id),
  since date
);
create index on "grid_member" (owner_unit_path);
create index on "grid_member" (area_code);
create index on "grid_member" (grid_id);
create index on "grid_member" using gin (phone_blind);
create index on "grid_member" (unit_id);
create index on "grid_member" (person_id);
create index on "grid_member" (part, id);
create index on "grid_member" using gin (duty_layers);

create table "legal_person" (
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
  credit_code text,
  name text not null,
  address text,
  representative text,
  established_on date,
  status text,
  industry text,
  at geometry(Point, 4490),
  copied_for text not null,
  copied_on date not null,
  copied_until date not null
);
create index on "legal_person" (owner_unit_path);
create index on "legal_person" (area_code);
create index on "legal_person" using gist (at);
create unique index on "legal_person" (credit_code) where state not in ('withdrawn', 'merged');
create index on "legal_person" (established_on, id);
create index on "legal_person" (copied_until, id);

create table "credit_record" (
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
  record_number text not null,
  credit_code text,
  legal_person_id uuid references "legal_person" (id),
  credit_kind text not null,
  subject text,
  authority text,
  decided_on date,
  public_until date,
  copied_for text not null,
  copied_on date not null,
  copied_until date not null
);
create index on "credit_record" (owner_unit_path);
create index on "credit_record" (area_code);
create index on "credit_record" (legal_person_id);
create unique index on "credit_record" (record_number) where state not in ('withdrawn', 'merged');
create index on "credit_record" (credit_kind, id);
create index on "credit_record" (decided_on, id);
create index on "credit_record" (copied_until, id);

create table "vehicle" (
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
  plate text not null,
  vehicle_kind text not null,
  model text,
  team_id uuid references "team" (id),
  seats integer,
  load double precision,
  ability text,
  base geometry(Point, 4490),
  driver text,
  driver_phone bytea,
  driver_phone_blind text[],
  terminal_number text,
  inspected_to date,
  insured_to date,
  out_for text
);
create index on "vehicle" (owner_unit_path);
create index on "vehicle" (area_code);
create index on "vehicle" (team_id);
create index on "vehicle" using gist (base);
create index on "vehicle" using gin (driver_phone_blind);
create unique index on "vehicle" (plate) where state not in ('withdrawn', 'merged');
create index on "vehicle" (vehicle_kind, id);
create index on "vehicle" (seats, id);
create index on "vehicle" (load, id);
create index on "vehicle" (inspected_to, id);
create index on "vehicle" (insured_to, id);

create table "volunteer_organisation" (
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
  organisation_kind text not null,
  credit_code text,
  skills text[] default '{}' not null,
  member_count integer,
  callable_count integer,
  leader text,
  leader_phone bytea,
  leader_phone_blind text[],
  at geometry(Point, 4490),
  registered_on date
);
create index on "volunteer_organisation" (owner_unit_path);
create index on "volunteer_organisation" (area_code);
create index on "volunteer_organisation" using gin (leader_phone_blind);
create index on "volunteer_organisation" using gist (at);
create unique index on "volunteer_organisation" (name) where state not in ('withdrawn', 'merged');
create index on "volunteer_organisation" (organisation_kind, id);
create index on "volunteer_organisation" using gin (skills);
create index on "volunteer_organisation" (member_count, id);

create table "volunteer" (
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
  organisation_id uuid references "volunteer_organisation" (id),
  phone bytea not null,
  phone_blind text[],
  identity_number bytea,
  identity_number_blind text[],
  skills text[] default '{}' not null,
  certificate text,
  community_id uuid references "unit" (id),
  availability text,
  service_hours double precision,
  trained_on date,
  insured_to date,
  registered_on date
);
create index on "volunteer" (owner_unit_path);
create index on "volunteer" (area_code);
create index on "volunteer" (organisation_id);
create index on "volunteer" using gin (phone_blind);
create index on "volunteer" using gin (identity_number_blind);
create index on "volunteer" (community_id);
create index on "volunteer" using gin (skills);
create index on "volunteer" (availability, id);
create index on "volunteer" (service_hours, id);
create index on "volunteer" (insured_to, id);

create table "camera" (
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
  device_code text not null,
  camera_kind text not null,
  watches text[] default '{}' not null,
  address text,
  at geometry(Point, 4490) not null,
  mount_height double precision,
  azimuth double precision,
  view_angle double precision,
  range integer,
  field_of_view geometry(MultiPolygon, 4490),
  operator_id uuid references "unit" (id),
  has_sign text,
  installed_on date
);
create index on "camera" (owner_unit_path);
create index on "camera" (area_code);
create index on "camera" using gist (at);
create index on "camera" using gist (field_of_view);
create index on "camera" (operator_id);
create unique index on "camera" (device_code) where state not in ('withdrawn', 'merged');
create index on "camera" (camera_kind, id);
create index on "camera" using gin (watches);
create index on "camera" (has_sign, id);

create table "informant" (
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
  post text not null,
  name text not null,
  phone bytea not null,
  phone_blind text[],
  appointed_on date,
  checked_on date,
  trained_on date,
  certificate text
);
create index on "informant" (owner_unit_path);
create index on "informant" (area_code);
create index on "informant" (unit_id);
create index on "informant" using gin (phone_blind);
create unique index on "informant" (unit_id, post) where state not in ('withdrawn', 'merged');
create index on "informant" (post, id);
create index on "informant" (checked_on, id);
create index on "informant" (trained_on, id);
