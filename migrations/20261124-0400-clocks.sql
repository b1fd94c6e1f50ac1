-- Time limits bound to records. What is running is found by its due time; what belongs to a record by the record.
create table "clock" (
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
  subject_register text not null,
  subject_id uuid not null,
  name text not null,
  label_zh text not null,
  label_en text not null,
  citation text not null,
  rule_version text not null,
  started_at timestamptz not null,
  due_at timestamptz not null,
  warn_at timestamptz,
  warned_at timestamptz,
  fired_at timestamptz,
  ended_at timestamptz,
  concerns text[] default '{}',
  check (state in ('running', 'met', 'late', 'cancelled')),
  unique (subject_register, subject_id, name, started_at)
);
create index on "clock" (owner_unit_path);
create index on "clock" (area_code);
create index on "clock" (due_at) where state = 'running';
create index on "clock" (warn_at) where state = 'running' and warned_at is null;
create index on "clock" (subject_register, subject_id);
create index on "clock" (due_at) where ended_at is null;
