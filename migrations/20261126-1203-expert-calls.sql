create table "expert_call" (
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
  expert_id uuid references "expert" (id) not null,
  subject_register text not null,
  subject_id uuid not null,
  purpose text not null,
  question text not null,
  channel text not null,
  priority text not null,
  called_at timestamptz not null,
  answer_due_at timestamptz not null,
  answer_rule jsonb,
  answered_at timestamptz,
  answer_noted_by_id uuid references "person" (id),
  way text,
  arrival_minutes integer,
  reason text
);
create index on "expert_call" (owner_unit_path);
create index on "expert_call" (area_code);
create index on "expert_call" (expert_id);
create index on "expert_call" (answer_noted_by_id);
create index on "expert_call" (subject_register, subject_id);
create unique index on "expert_call" (number) where number is not null;

create table "expert_advice" (
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
  call_id uuid references "expert_call" (id) not null,
  expert_id uuid references "expert" (id) not null,
  subject_register text not null,
  subject_id uuid not null,
  advice text not null,
  files uuid[] default '{}',
  given_at timestamptz not null,
  adoption text,
  adoption_reason text,
  decided_at timestamptz,
  decided_by_id uuid references "person" (id),
  score integer,
  evaluation text,
  evaluated_at timestamptz
);
create index on "expert_advice" (owner_unit_path);
create index on "expert_advice" (area_code);
create index on "expert_advice" (call_id);
create index on "expert_advice" (expert_id);
create index on "expert_advice" (decided_by_id);
create index on "expert_advice" (subject_register, subject_id);

alter table "expert" add column person_id uuid references "person" (id);
create index on "expert" (person_id);
