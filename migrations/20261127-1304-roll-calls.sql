create table "roll_call_plan" (
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
  unit_kinds text[] default '{}' not null,
  subject text not null,
  call_mode text not null,
  times text,
  random_per_week integer
);
create index on "roll_call_plan" (owner_unit_path);
create index on "roll_call_plan" (area_code);
create unique index on "roll_call_plan" (name) where state not in ('withdrawn', 'merged');
create index on "roll_call_plan" (call_mode, id);

create table "roll_call" (
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
  title text not null,
  call_kind text not null,
  call_mode text not null,
  subject text not null,
  called_at timestamptz not null,
  closes_at timestamptz not null,
  tries integer not null,
  closed_at timestamptz,
  plan_id uuid references "roll_call_plan" (id),
  rule_used jsonb
);
create index on "roll_call" (owner_unit_path);
create index on "roll_call" (area_code);
create index on "roll_call" (plan_id);
create unique index on "roll_call" (number) where number is not null;

create table "roll_call_answer" (
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
  roll_call_id uuid references "roll_call" (id) not null,
  unit_id uuid references "unit" (id) not null,
  person_id uuid references "person" (id),
  called_at timestamptz not null,
  answered_at timestamptz,
  answered_by_id uuid references "person" (id),
  is_on_duty boolean not null,
  note text,
  order_id uuid references "order" (id),
  unique nulls not distinct (roll_call_id, unit_id, person_id)
);
create index on "roll_call_answer" (owner_unit_path);
create index on "roll_call_answer" (area_code);
create index on "roll_call_answer" (roll_call_id);
create index on "roll_call_answer" (unit_id);
create index on "roll_call_answer" (person_id);
create index on "roll_call_answer" (answered_by_id);
create index on "roll_call_answer" (order_id);
