create table "evacuation" (
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
  incident_id uuid references "incident" (id) not null,
  title text not null,
  outline geometry(MultiPolygon, 4490),
  purpose text not null,
  shelter_id uuid references "shelter" (id),
  instructions text,
  due_at timestamptz,
  order_id uuid references "order" (id),
  started_at timestamptz,
  ended_at timestamptz,
  end_reason text,
  home_from timestamptz,
  returned_at timestamptz
);
create index on "evacuation" (owner_unit_path);
create index on "evacuation" (area_code);
create index on "evacuation" (incident_id);
create index on "evacuation" using gist (outline);
create index on "evacuation" (shelter_id);
create index on "evacuation" (order_id);
create unique index on "evacuation" (number) where number is not null;

create table "evacuation_household" (
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
  evacuation_id uuid references "evacuation" (id) not null,
  incident_id uuid references "incident" (id) not null,
  household_id uuid references "household" (id) not null,
  address text not null,
  door text,
  at geometry(Point, 4490),
  people integer not null,
  vulnerable integer not null,
  vulnerabilities text[] default '{}' not null,
  turn integer not null,
  helper_id uuid references "person" (id),
  outcome text not null,
  outcome_at timestamptz,
  outcome_by_id uuid references "person" (id),
  moved_people integer,
  shelter_id uuid references "shelter" (id),
  destination text,
  reason bytea,
  stay_id uuid references "shelter_stay" (id),
  returned_at timestamptz,
  unique (evacuation_id, household_id)
);
create index on "evacuation_household" (owner_unit_path);
create index on "evacuation_household" (area_code);
create index on "evacuation_household" (evacuation_id);
create index on "evacuation_household" (incident_id);
create index on "evacuation_household" (household_id);
create index on "evacuation_household" using gist (at);
create index on "evacuation_household" (helper_id);
create index on "evacuation_household" (outcome_by_id);
create index on "evacuation_household" (shelter_id);
create index on "evacuation_household" (stay_id);
