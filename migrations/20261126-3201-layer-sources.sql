-- Sources of layers besides registers and uploaded features: outside services (WMS, WMTS, XYZ, 天地图) and files of tiles.
alter table "catalogue_layer"
  add column service_kind text,
  add column service_address text,
  add column service_layer text,
  add column service_style text,
  add column service_matrix_set text,
  add column service_format text,
  add column service_system text,
  add column tianditu_layer text,
  add column key_name text,
  add column min_zoom integer,
  add column max_zoom integer,
  add column attribution text,
  add column tile_file uuid[] default '{}',
  add column tile_facts jsonb,
  add column tile_layer text;

-- 底图: what of them lies beneath every map.
create table "base_map" (
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
  layer_ids text[] default '{}'
);
create index on "base_map" (owner_unit_path);
create index on "base_map" (area_code);
