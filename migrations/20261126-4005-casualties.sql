create table "casualty" (
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
  description text not null,
  name bytea,
  name_blind text[],
  sex text,
  age integer,
  identity_number bytea,
  identity_number_blind text[],
  condition text not null,
  condition_at timestamptz not null,
  source text not null,
  whereabouts text,
  family_contact bytea,
  family_phone bytea,
  family_phone_blind text[],
  liaison text
);
create index on "casualty" (owner_unit_path);
create index on "casualty" (area_code);
create index on "casualty" (incident_id);
create index on "casualty" using gin (name_blind);
create index on "casualty" using gin (identity_number_blind);
create index on "casualty" using gin (family_phone_blind);
create unique index on "casualty" (number) where number is not null;
create index on "casualty" (condition, id);
create index on "casualty" (source, id);
