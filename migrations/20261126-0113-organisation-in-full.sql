alter table "person" add column phone_confirmed_at timestamptz;

alter table "appointment" add column acting_reason text;

create table "responsibility" (
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
  category text not null,
  unit_id uuid references "unit" (id) not null,
  post_id uuid references "post" (id),
  valid_from date not null,
  valid_to date,
  basis text,
  retracted_at timestamptz,
  previous_id uuid references "responsibility" (id),
  reason text,
  check (valid_to is null or valid_to >= valid_from)
);
create index on "responsibility" (owner_unit_path);
create index on "responsibility" (area_code);
create index on "responsibility" (unit_id);
create index on "responsibility" (post_id);
create index on "responsibility" (previous_id);

create table "duty_list" (
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
  duty text not null,
  source text not null,
  valid_from date not null,
  valid_to date,
  previous_id uuid references "duty_list" (id),
  check (valid_to is null or valid_to >= valid_from),
  unique (previous_id)
);
create index on "duty_list" (owner_unit_path);
create index on "duty_list" (area_code);
create index on "duty_list" (unit_id);
create index on "duty_list" (previous_id);

create table "hazard_duty" (
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
  hazard text not null,
  phase text not null,
  part text not null,
  unique (unit_id, hazard, phase)
);
create index on "hazard_duty" (owner_unit_path);
create index on "hazard_duty" (area_code);
create index on "hazard_duty" (unit_id);

create table "letterhead" (
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
  official_name text not null,
  series text not null,
  seal uuid[] default '{}',
  in_use_from date not null,
  note text
);
create index on "letterhead" (owner_unit_path);
create index on "letterhead" (area_code);
create index on "letterhead" (unit_id);

create table "order_template" (
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
  title text not null,
  content text not null,
  priority text not null,
  evidence_asked text not null,
  finish_minutes integer,
  addressee_kinds text[] default '{}' not null
);
create index on "order_template" (owner_unit_path);
create index on "order_template" (area_code);
-- What a word among a register's keys stands for once, among those in use.
create unique index on "letterhead" (series) where state <> 'withdrawn';
create unique index on "order_template" (name) where state <> 'withdrawn';
create index on "responsibility" (area_code, category) where retracted_at is null;
-- 代理主持 has an end and somebody it is for.
alter table "appointment" add check (acting_reason is null or (deputises_for is not null and valid_to is not null));
create index on delivery (person_id, queued_at) where state in ('failed', 'escalated');
