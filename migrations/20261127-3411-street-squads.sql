create table "street_squad" (
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
  street_id uuid references "unit" (id) not null,
  secretary text not null,
  secretary_phone bytea,
  secretary_phone_blind text[],
  director text not null,
  director_phone bytea,
  director_phone_blind text[]
);
create index on "street_squad" (owner_unit_path);
create index on "street_squad" (area_code);
create index on "street_squad" (street_id);
create index on "street_squad" using gin (secretary_phone_blind);
create index on "street_squad" using gin (director_phone_blind);
create unique index on "street_squad" (street_id) where state not in ('withdrawn', 'merged');

create table "squad_branch" (
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
  squad_id uuid references "street_squad" (id) not null,
  branch_kind text not null,
  leader text not null,
  leader_phone bytea,
  leader_phone_blind text[],
  strength integer
);
create index on "squad_branch" (owner_unit_path);
create index on "squad_branch" (area_code);
create index on "squad_branch" (squad_id);
create index on "squad_branch" using gin (leader_phone_blind);
create unique index on "squad_branch" (squad_id, branch_kind) where state not in ('withdrawn', 'merged');
create index on "squad_branch" (branch_kind, id);
