alter table "plan" add column filed_at timestamptz;

alter table "plan" add column filed_with text;

alter table "plan" add column filing_number text;

alter table "plan" add column filing_reason text;

create table "plan_revision" (
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
  plan_key text not null,
  cause text not null,
  about text not null,
  cause_register text,
  cause_id uuid,
  requested_by_id uuid references "person" (id),
  answer text,
  revised_by_id uuid references "plan" (id),
  check ((cause_register is null) = (cause_id is null))
);
create index on "plan_revision" (owner_unit_path);
create index on "plan_revision" (area_code);
create index on "plan_revision" (plan_id);
create index on "plan_revision" (requested_by_id);
create index on "plan_revision" (revised_by_id);
create unique index on "plan_revision" (number) where number is not null;
