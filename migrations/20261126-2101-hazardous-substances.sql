create table "hazardous_substance" (
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
  enterprise_id uuid references "enterprise" (id) not null,
  name text not null,
  cas_number text,
  un_number text,
  kept_as text not null,
  most_tonnes double precision not null,
  kept_at text,
  first_aid text
);
create index on "hazardous_substance" (owner_unit_path);
create index on "hazardous_substance" (area_code);
create index on "hazardous_substance" (enterprise_id);
create index on "hazardous_substance" (kept_as, id);
create index on "hazardous_substance" (most_tonnes, id);
create unique index on "hazardous_substance" (enterprise_id, name) where state not in ('withdrawn', 'merged');
