create table "endpoint" (
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
  endpoint_kind text not null,
  community_id uuid references "unit" (id) not null,
  building_id uuid references "building" (id),
  household_share double precision,
  device_address text,
  at geometry(Point, 4490),
  reach integer,
  covers geometry(MultiPolygon, 4490),
  administrator text not null,
  administrator_phone bytea not null,
  administrator_phone_blind text[],
  administrator_id uuid references "person" (id),
  tested_at timestamptz,
  test_finding text
);
create index on "endpoint" (owner_unit_path);
create index on "endpoint" (area_code);
create index on "endpoint" (community_id);
create index on "endpoint" (building_id);
create index on "endpoint" using gist (at);
create index on "endpoint" using gist (covers);
create index on "endpoint" using gin (administrator_phone_blind);
create index on "endpoint" (administrator_id);
create index on "endpoint" (endpoint_kind, id);
create index on "endpoint" (tested_at, id);

create table "door_knock" (
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
  household_id uuid references "household" (id) not null,
  cause text not null,
  knocker text not null,
  knocker_phone bytea not null,
  knocker_phone_blind text[],
  knocker_id uuid references "person" (id)
);
create index on "door_knock" (owner_unit_path);
create index on "door_knock" (area_code);
create index on "door_knock" (household_id);
create index on "door_knock" using gin (knocker_phone_blind);
create index on "door_knock" (knocker_id);
create unique index on "door_knock" (household_id) where state not in ('withdrawn', 'merged');
create index on "door_knock" (cause, id);
