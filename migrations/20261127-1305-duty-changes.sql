create table "duty_change" (
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
  change_kind text not null,
  shift_id uuid references "duty_shift" (id) not null,
  other_shift_id uuid references "duty_shift" (id),
  from_id uuid references "person" (id) not null,
  to_id uuid references "person" (id) not null,
  reason text not null,
  accepted_at timestamptz,
  decided_at timestamptz,
  decided_by_id uuid references "person" (id),
  refusal text,
  check (from_id <> to_id)
);
create index on "duty_change" (owner_unit_path);
create index on "duty_change" (area_code);
create index on "duty_change" (unit_id);
create index on "duty_change" (shift_id);
create index on "duty_change" (other_shift_id);
create index on "duty_change" (from_id);
create index on "duty_change" (to_id);
create index on "duty_change" (decided_by_id);
create unique index on "duty_change" (number) where number is not null;
