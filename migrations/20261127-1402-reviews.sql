create table "review" (
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
  incident_id uuid references "incident" (id) not null,
  title text not null,
  due_at timestamptz not null,
  due_rule jsonb,
  reviewer_id uuid references "person" (id),
  causes text,
  assessment text,
  lessons text,
  score integer,
  finished_at timestamptz,
  unique (incident_id),
  check (score between 0 and 100)
);
create index on "review" (owner_unit_path);
create index on "review" (area_code);
create index on "review" (incident_id);
create index on "review" (reviewer_id);
create unique index on "review" (number) where number is not null;

create table "review_finding" (
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
  review_id uuid references "review" (id) not null,
  kind text not null,
  text text not null,
  measure text not null,
  unit_id uuid references "unit" (id),
  due_at timestamptz,
  plan_id uuid references "plan" (id),
  clause text,
  order_id uuid references "order" (id),
  done_at timestamptz,
  check ((unit_id is null) = (due_at is null))
);
create index on "review_finding" (owner_unit_path);
create index on "review_finding" (area_code);
create index on "review_finding" (review_id);
create index on "review_finding" (unit_id);
create index on "review_finding" (plan_id);
create index on "review_finding" (order_id);
