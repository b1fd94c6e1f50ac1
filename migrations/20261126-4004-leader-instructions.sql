create table "leader_instruction" (
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
  subject text not null,
  text text,
  photos uuid[] default '{}',
  leader_id uuid references "person" (id) not null,
  given_at timestamptz not null,
  incident_id uuid references "incident" (id),
  order_id uuid references "order" (id),
  due_at timestamptz not null,
  finished_at timestamptz,
  answer text,
  answered_at timestamptz
);
create index on "leader_instruction" (owner_unit_path);
create index on "leader_instruction" (area_code);
create index on "leader_instruction" (leader_id);
create index on "leader_instruction" (incident_id);
create index on "leader_instruction" (order_id);
create unique index on "leader_instruction" (number) where number is not null;
