create table "incident_entry" (
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
  text bytea,
  photos uuid[] default '{}',
  happened_at timestamptz not null
);
create index on "incident_entry" (owner_unit_path);
create index on "incident_entry" (area_code);
create index on "incident_entry" (incident_id);
create unique index on "incident_entry" (number) where number is not null;
