create table "duty_gap" (
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
  duty_kind text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  missing integer not null,
  told_id uuid references "person" (id),
  ended_at timestamptz,
  explanation text
);
create index on "duty_gap" (owner_unit_path);
create index on "duty_gap" (area_code);
create index on "duty_gap" (unit_id);
create index on "duty_gap" (told_id);
create unique index on "duty_gap" (number) where number is not null;
