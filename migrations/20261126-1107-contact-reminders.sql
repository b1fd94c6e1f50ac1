create table contact_reminder (
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
  due_on date not null,
  missing integer not null,
  failing integer not null,
  old integer not null,
  message_id uuid,
  unique (unit_id, due_on)
);
create index on contact_reminder (owner_unit_path);
create index on contact_reminder (area_code);
