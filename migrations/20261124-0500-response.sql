-- Plans as data, reports taken, incidents, activations and situation reports.
create table "plan" (
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
  name text not null,
  key text not null,
  edition integer not null,
  type text not null,
  incident_kind text not null,
  issued_at timestamptz not null,
  unique (key, edition)
);
create index on "plan" (owner_unit_path);
create index on "plan" (area_code);

create table "plan_level" (
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
  level text not null,
  conditions text not null,
  expected_hours integer not null,
  measures text not null,
  unique (plan_id, level)
);
create index on "plan_level" (owner_unit_path);
create index on "plan_level" (area_code);

create table "plan_action" (
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
  clause text not null,
  title text not null,
  content text not null,
  group_name text not null,
  role text not null,
  unit_rule text not null,
  unit_id uuid references "unit" (id),
  offset_minutes integer not null,
  priority text not null,
  place_rule text not null,
  resources text[] default '{}',
  evidence_asked text not null,
  levels text[] default '{}',
  unique (plan_id, clause),
  check (unit_rule <> 'named' or unit_id is not null)
);
create index on "plan_action" (owner_unit_path);
create index on "plan_action" (area_code);

create table "intake" (
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
  source_channel text not null,
  kind text not null,
  known_at timestamptz not null,
  occurred_at timestamptz,
  place geometry(Point, 4490),
  place_text text not null,
  text bytea,
  text_digest text not null,
  deaths integer,
  missing integer,
  serious_injuries integer,
  minor_injuries integer,
  trapped integer,
  measures_taken text,
  caller_name bytea,
  caller_phone bytea,
  incident_id uuid,
  outcome_reason text
);
create index on "intake" (owner_unit_path);
create index on "intake" (area_code);
create index on "intake" using gist (place);
create unique index on "intake" (number) where number is not null;

create table "incident" (
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
  kind text not null,
  gbt35561_code text,
  grade text,
  grade_reason text,
  command_authority text not null,
  response_level text,
  known_at timestamptz not null,
  occurred_at timestamptz,
  place geometry(Point, 4490),
  place_text text not null,
  deaths integer,
  missing integer,
  serious_injuries integer,
  minor_injuries integer,
  trapped integer,
  controlled_at timestamptz,
  closed_at timestamptz,
  closing_summary text
);
create index on "incident" (owner_unit_path);
create index on "incident" (area_code);
create index on "incident" using gist (place);
create unique index on "incident" (number) where number is not null;

create table "activation" (
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
  plan_id uuid references "plan" (id) not null,
  matter text not null,
  level text not null,
  expected_hours integer not null,
  measures text not null,
  started_at timestamptz not null,
  ended_at timestamptz,
  end_reason text
);
create index on "activation" (owner_unit_path);
create index on "activation" (area_code);
create unique index on "activation" (number) where number is not null;

create table "situation_report" (
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
  kind text not null,
  sequence integer not null,
  title text not null,
  urgency text not null,
  basic_situation text,
  casualties_and_losses text,
  progress text,
  next_steps text,
  coordination_needed text,
  issuer text,
  handler text,
  sent_to text[] default '{}',
  copied_to text[] default '{}',
  as_of timestamptz not null,
  issued_at timestamptz
);
create index on "situation_report" (owner_unit_path);
create index on "situation_report" (area_code);

create index on intake (known_at desc);
create index on intake (incident_id);
create index on incident (known_at desc);
-- One running response for an incident, however many commanders press at the same instant.
create unique index activation_running on activation (incident_id) where state = 'active';
create index on situation_report (incident_id, as_of desc);
