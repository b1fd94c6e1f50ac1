create table "linkage" (
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
  words bytea,
  priority text not null,
  asks text not null,
  choices text[] default '{}',
  matter_register text,
  matter_id uuid,
  ground text,
  place geometry(Point, 4490),
  place_text text,
  meetings text[] default '{}',
  people integer not null,
  started_at timestamptz not null,
  answer_minutes integer not null,
  sent_at timestamptz,
  answer_due_at timestamptz,
  settled_at timestamptz,
  second_person_id uuid references "person" (id),
  refused_reason text,
  message_id uuid references "message" (id),
  rule_used jsonb,
  check ((matter_register is null) = (matter_id is null))
);
create index on "linkage" (owner_unit_path);
create index on "linkage" (area_code);
create index on "linkage" using gist (place);
create index on "linkage" (second_person_id);
create index on "linkage" (message_id);
create unique index on "linkage" (number) where number is not null;

create table "linkage_party" (
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
  linkage_id uuid references "linkage" (id) not null,
  source text not null,
  label text not null,
  reason text,
  addressee_kind text not null,
  addressee jsonb,
  people integer not null
);
create index on "linkage_party" (owner_unit_path);
create index on "linkage_party" (area_code);
create index on "linkage_party" (linkage_id);
