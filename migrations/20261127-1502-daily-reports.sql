alter table "situation_report" add column letterhead_id uuid references "letterhead" (id);

alter table "situation_report" add column official_name text;

create table "zero_report" (
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
  day date not null,
  due_at timestamptz not null,
  matters integer,
  text text,
  reported_at timestamptz,
  reporter_id uuid references "person" (id),
  rule jsonb,
  unique (unit_id, day)
);
create index on "zero_report" (owner_unit_path);
create index on "zero_report" (area_code);
create index on "zero_report" (unit_id);
create index on "zero_report" (reporter_id);

create table "daily_brief" (
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
  day date not null,
  due_at timestamptz not null,
  signed_at timestamptz,
  unique (day)
);
create index on "daily_brief" (owner_unit_path);
create index on "daily_brief" (area_code);
