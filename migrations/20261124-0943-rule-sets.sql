-- Rules that a district sets for itself, in versions; and on records the version each was judged by.
create table "rule_set_version" (
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
  kind text not null,
  version_number integer not null,
  values jsonb not null,
  effective_from timestamptz not null,
  in_force_from timestamptz,
  citation text not null,
  note text,
  is_assumed boolean not null,
  based_on integer,
  proposed_by uuid,
  submitted_at timestamptz,
  decided_by uuid,
  decided_at timestamptz,
  decision_reason text,
  unique (kind, version_number)
);
create index on "rule_set_version" (owner_unit_path);
create index on "rule_set_version" (area_code);

alter table "assignment" add column receive_rule jsonb;

alter table "intake" add column report_rule jsonb;

alter table "activation" add column suggested_level text;

alter table "activation" add column level_rule jsonb;
