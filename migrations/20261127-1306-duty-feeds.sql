create table "duty_feed" (
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
  owner_id uuid references "person" (id) not null,
  unit_id uuid references "unit" (id),
  digest text not null,
  ended_at timestamptz,
  unique (digest)
);
create index on "duty_feed" (owner_unit_path);
create index on "duty_feed" (area_code);
create index on "duty_feed" (owner_id);
create index on "duty_feed" (unit_id);
