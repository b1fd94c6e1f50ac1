create table "street_whistle" (
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
  content text not null,
  priority text not null,
  place geometry(Point, 4490),
  place_text text not null,
  blown_at timestamptz not null,
  answer_due_at timestamptz not null,
  answer_rule jsonb,
  reason text
);
create index on "street_whistle" (owner_unit_path);
create index on "street_whistle" (area_code);
create index on "street_whistle" using gist (place);
create unique index on "street_whistle" (number) where number is not null;

create table "department_answer" (
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
  whistle_id uuid references "street_whistle" (id) not null,
  unit_id uuid references "unit" (id) not null,
  answer_due_at timestamptz not null,
  answered_at timestamptz,
  answered_by_id uuid references "person" (id),
  measures text,
  escalated_at timestamptz,
  presence text,
  solved text,
  satisfaction text,
  remark text,
  rated_at timestamptz,
  unique (whistle_id, unit_id)
);
create index on "department_answer" (owner_unit_path);
create index on "department_answer" (area_code);
create index on "department_answer" (whistle_id);
create index on "department_answer" (unit_id);
create index on "department_answer" (answered_by_id);
create index on "street_whistle" (blown_at desc, id desc);
