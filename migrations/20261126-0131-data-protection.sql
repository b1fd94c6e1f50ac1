create table "destruction_sheet" (
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
  cause_register text,
  cause_id uuid,
  title text not null,
  reason text not null,
  parts jsonb,
  record_count integer not null,
  rule jsonb,
  prepared_by uuid references "person" (id) not null,
  decided_by uuid references "person" (id),
  decided_at timestamptz,
  decision text,
  key_count integer,
  keys_digest text
);
create index on "destruction_sheet" (owner_unit_path);
create index on "destruction_sheet" (area_code);
create index on "destruction_sheet" (prepared_by);
create index on "destruction_sheet" (decided_by);
create unique index on "destruction_sheet" (number) where number is not null;

create table "retention_assessment" (
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
  cause_register text not null,
  cause_id uuid not null,
  assessment text not null,
  keep_until date not null,
  assessed_by uuid references "person" (id) not null
);
create index on "retention_assessment" (owner_unit_path);
create index on "retention_assessment" (area_code);
create index on "retention_assessment" (assessed_by);

create table "personal_data_request" (
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
  received_at timestamptz not null,
  person_name bytea,
  contact bytea,
  contact_blind text[],
  description bytea,
  is_identity_checked boolean not null,
  record_numbers text[] default '{}',
  answer text,
  answered_at timestamptz
);
create index on "personal_data_request" (owner_unit_path);
create index on "personal_data_request" (area_code);
create index on "personal_data_request" using gin (contact_blind);
create unique index on "personal_data_request" (number) where number is not null;

create table "leak_notice" (
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
  kinds text[] default '{}' not null,
  discovered_at timestamptz not null,
  data_kinds text not null,
  people integer,
  cause text not null,
  possible_harm text not null,
  measures text not null,
  advice text,
  contact_unit text not null,
  reported_to text,
  reported_at timestamptz,
  people_told_at timestamptz,
  is_harm_averted boolean not null,
  not_told_reason text
);
create index on "leak_notice" (owner_unit_path);
create index on "leak_notice" (area_code);
create unique index on "leak_notice" (number) where number is not null;

create index on "retention_assessment" (cause_id);
alter table "destruction_sheet" add check (state in ('prepared', 'destroyed', 'rejected', 'withdrawn'));

-- The proof of a destruction stays as it was signed.
create function destruction_sheet_stays() returns trigger language plpgsql as $$
begin
  raise exception 'destruction sheet % is decided and does not change', old.id;
end $$;
create trigger destruction_sheet_stays before update or delete on "destruction_sheet" for each row
  when (old.state <> 'prepared') execute function destruction_sheet_stays();
