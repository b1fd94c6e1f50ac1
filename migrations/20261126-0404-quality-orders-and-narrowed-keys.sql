create table "quality_order" (
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
  unit_id uuid not null references "unit" (id),
  order_id uuid not null references "order" (id),
  unique (order_id)
);
create index on "quality_order" (owner_unit_path);
create index on "quality_order" (area_code);
create index on "quality_order" (unit_id);
create index on "quality_order" (order_id);
create index on "quality_order" (record_register, unit_id);

-- A key may be narrowed to reading some registers, and says what for.
alter table api_key add column registers text[], add column purpose text;

-- Who took a register away, or looked into the base it is copied from: asked by the data catalogue.
create index fact_data_use on fact ((payload ->> 'register'), sequence) where kind in ('register.exported', 'external_lookup.made');
