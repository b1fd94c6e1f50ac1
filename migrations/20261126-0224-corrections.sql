create table "correction" (
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
  record_register text not null,
  record_id uuid not null,
  field text,
  order_id uuid references "order" (id) not null,
  photos uuid[] default '{}',
  unique (order_id)
);
create index on "correction" (owner_unit_path);
create index on "correction" (area_code);
create index on "correction" (order_id);
create index on "correction" (record_register, record_id);
