create table "surroundings" (
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
  subject_register text not null,
  subject_id uuid not null,
  note text,
  asked jsonb,
  result jsonb
);
create index on "surroundings" (owner_unit_path);
create index on "surroundings" (area_code);
create index on "surroundings" (subject_register, subject_id);
create unique index on "surroundings" (number) where number is not null;
