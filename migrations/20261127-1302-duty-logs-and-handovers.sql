create table "duty_log_entry" (
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
  noted_at timestamptz not null,
  entry_kind text not null,
  subject text not null,
  words bytea,
  to_follow text,
  followed_at timestamptz
);
create index on "duty_log_entry" (owner_unit_path);
create index on "duty_log_entry" (area_code);
create index on "duty_log_entry" (unit_id);
create unique index on "duty_log_entry" (number) where number is not null;
create index on "duty_log_entry" (entry_kind, id);
create index on "duty_log_entry" (noted_at, id);

create table "shift_handover" (
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
  giver_id uuid references "person" (id) not null,
  taker_id uuid references "person" (id),
  open_matters jsonb,
  video_conference text,
  telephone text,
  fax text,
  radio text,
  satellite text,
  focus text,
  goods text,
  abnormal text,
  handed_at timestamptz,
  taken_at timestamptz,
  refusal text,
  check (taker_id is null or taker_id <> giver_id)
);
create index on "shift_handover" (owner_unit_path);
create index on "shift_handover" (area_code);
create index on "shift_handover" (unit_id);
create index on "shift_handover" (giver_id);
create index on "shift_handover" (taker_id);
create unique index on "shift_handover" (number) where number is not null;
