create table "command_handover" (
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
  target text not null,
  from_body text not null,
  from_name text not null,
  to_body text not null,
  to_name text not null,
  to_person_id uuid references "person" (id),
  handed_at timestamptz not null,
  matters text not null,
  previous_id uuid references "command_handover" (id),
  unique (previous_id)
);
create index on "command_handover" (owner_unit_path);
create index on "command_handover" (area_code);
create index on "command_handover" (incident_id);
create index on "command_handover" (to_person_id);
create index on "command_handover" (previous_id);
create unique index on "command_handover" (number) where number is not null;
