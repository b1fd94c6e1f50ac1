alter table "plan" add column end_conditions text[] default '{}';

create table "plan_seat" (
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
  plan_id uuid references "plan" (id) not null,
  position integer not null,
  name text not null,
  unit_id uuid references "unit" (id) not null,
  role text not null,
  unique (plan_id, name)
);
create index on "plan_seat" (owner_unit_path);
create index on "plan_seat" (area_code);
create index on "plan_seat" (plan_id);
create index on "plan_seat" (unit_id);

create table "plan_group" (
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
  plan_id uuid references "plan" (id) not null,
  position integer not null,
  name text not null,
  duties text,
  lead_unit_id uuid references "unit" (id) not null,
  member_unit_ids text[] default '{}',
  unique (plan_id, name)
);
create index on "plan_group" (owner_unit_path);
create index on "plan_group" (area_code);
create index on "plan_group" (plan_id);
create index on "plan_group" (lead_unit_id);

alter table "plan_action" add column post_id uuid references "post" (id);

alter table "plan_action" add column after_clause text;

alter table "plan_action" add column delay_minutes integer;

alter table "plan_action" add check (delay_minutes is null or after_clause is not null);
