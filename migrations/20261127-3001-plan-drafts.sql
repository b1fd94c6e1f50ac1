create table "plan_draft" (
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
  about text not null,
  name text,
  content jsonb
);
create index on "plan_draft" (owner_unit_path);
create index on "plan_draft" (area_code);
create unique index on "plan_draft" (created_by, about) where state = 'active';
