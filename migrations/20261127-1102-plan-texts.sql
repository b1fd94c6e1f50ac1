create table "plan_text" (
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
  file_name text not null,
  format text not null,
  sha256 text not null,
  confirmed_at timestamptz,
  reason text
);
create index on "plan_text" (owner_unit_path);
create index on "plan_text" (area_code);

create table "plan_clause" (
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
  text_id uuid references "plan_text" (id) not null,
  position integer not null,
  depth integer not null,
  clause_kind text not null,
  clause_number text,
  heading text,
  body text,
  tables jsonb,
  unique (text_id, position)
);
create index on "plan_clause" (owner_unit_path);
create index on "plan_clause" (area_code);
create index on "plan_clause" (text_id);

alter table "plan" add column text_id uuid references "plan_text" (id);
