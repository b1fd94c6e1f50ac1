create table "special_period" (
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
  period_kind text not null,
  starts_on date not null,
  ends_on date not null,
  extra_officers integer,
  needs_chief boolean not null,
  asks_daily_report boolean not null,
  basis text,
  check (ends_on >= starts_on)
);
create index on "special_period" (owner_unit_path);
create index on "special_period" (area_code);
create unique index on "special_period" (name) where state not in ('withdrawn', 'merged');
create index on "special_period" (period_kind, id);
create index on "special_period" (starts_on, id);

create table "duty_post" (
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
  unit_id uuid references "unit" (id) not null,
  duty_kind text not null,
  seats integer not null,
  shift_length text not null,
  starts_at text not null,
  duty_phone text
);
create index on "duty_post" (owner_unit_path);
create index on "duty_post" (area_code);
create index on "duty_post" (unit_id);
create unique index on "duty_post" (unit_id, duty_kind) where state not in ('withdrawn', 'merged');
create index on "duty_post" (duty_kind, id);

create table "duty_member" (
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
  unit_id uuid references "unit" (id) not null,
  duty_kind text not null,
  person_id uuid references "person" (id) not null,
  rank text not null,
  turn integer,
  joined_on date not null,
  left_on date,
  away_from date,
  away_to date
);
create index on "duty_member" (owner_unit_path);
create index on "duty_member" (area_code);
create index on "duty_member" (unit_id);
create index on "duty_member" (person_id);
create unique index on "duty_member" (unit_id, duty_kind, person_id) where state not in ('withdrawn', 'merged');
create index on "duty_member" (duty_kind, id);
create index on "duty_member" (rank, id);

create table "duty_shift" (
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
  unit_id uuid references "unit" (id) not null,
  month text not null,
  duty_kind text not null,
  seat integer not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  person_id uuid references "person" (id),
  substitute_id uuid references "person" (id),
  is_fixed boolean not null,
  former_person_id uuid references "person" (id),
  note text,
  check (ends_at > starts_at),
  check (substitute_id is null or substitute_id <> person_id)
);
create index on "duty_shift" (owner_unit_path);
create index on "duty_shift" (area_code);
create index on "duty_shift" (unit_id, month);
-- One seat is filled once, whoever plans at the same moment.
create unique index on "duty_shift" (unit_id, duty_kind, starts_at, seat) where state <> 'cancelled';
-- Who is on duty now, in the whole district.
create index on "duty_shift" (ends_at);
create index on "duty_shift" (person_id);
create index on "duty_shift" (substitute_id);
create index on "duty_shift" (former_person_id);

create table "duty_roster" (
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
  unit_id uuid references "unit" (id) not null,
  month text not null,
  published_at timestamptz,
  breach_reason text,
  rule_used jsonb,
  unique (unit_id, month)
);
create index on "duty_roster" (owner_unit_path);
create index on "duty_roster" (area_code);
create index on "duty_roster" (unit_id);
