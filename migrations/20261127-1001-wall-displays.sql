create table "wall_display" (
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
  account_person_id uuid references "person" (id) not null,
  look text not null,
  language text not null,
  size text
);
create index on "wall_display" (owner_unit_path);
create index on "wall_display" (area_code);
create index on "wall_display" (account_person_id);
create unique index on "wall_display" (name) where state not in ('withdrawn', 'merged');
create index on "wall_display" (look, id);
create index on "wall_display" (language, id);

create table "wall_scene" (
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
  display_id uuid references "wall_display" (id) not null,
  turn integer not null,
  title text not null,
  scene_kind text not null,
  seconds integer not null,
  map_address text
);
create index on "wall_scene" (owner_unit_path);
create index on "wall_scene" (area_code);
create index on "wall_scene" (display_id);
create index on "wall_scene" (scene_kind, id);

-- A code that opens one session of a wall: its digest alone, good once and for some minutes.
create table wall_code (
  id uuid primary key,
  digest bytea not null unique,
  account_id uuid not null references "account" (id),
  opens text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index on wall_code (account_id);
alter table session drop constraint session_means_check;
alter table session add constraint session_means_check check (means in ('password', 'oidc', 'wall_code'));
