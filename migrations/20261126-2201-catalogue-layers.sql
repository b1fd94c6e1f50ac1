-- 图层目录: entries that say where a layer of the map comes from, how it is drawn, who sees it and whose it is; features of uploaded files.
create table "catalogue_layer" (
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
  folder text not null,
  source_kind text not null,
  source_layer text,
  filter_field text,
  filter_values text[] default '{}',
  filter_area text,
  geometry text,
  feature_count integer,
  attributes jsonb,
  feature_reach text,
  colour text,
  shape text,
  width double precision,
  opacity double precision,
  label_field text,
  class_field text,
  seen_by_roles text[] default '{}' not null,
  seen_by_unit_id uuid references "unit" (id),
  provided_by text,
  origin text,
  data_day date,
  origin_system text
);
create index on "catalogue_layer" (owner_unit_path);
create index on "catalogue_layer" (area_code);
create index on "catalogue_layer" (seen_by_unit_id);

create index on "catalogue_layer" (source_kind, id);
create index on "catalogue_layer" (folder, id);
create index on "catalogue_layer" (data_day, id);
create unique index on "catalogue_layer" (folder, name) where state not in ('withdrawn', 'merged');

create table "layer_feature" (
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
  layer_id uuid references "catalogue_layer" (id) not null,
  name text,
  outline geometry(Geometry, 4490) not null,
  attributes jsonb
);
create index on "layer_feature" (owner_unit_path);
create index on "layer_feature" (area_code);
create index on "layer_feature" (layer_id);
create index on "layer_feature" using gist (outline);

