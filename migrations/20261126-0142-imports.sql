create table "import" (
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
  register text not null,
  source text not null,
  file_name text not null,
  sha256 text not null,
  format text not null,
  size integer not null,
  header_row integer not null,
  columns jsonb,
  samples jsonb,
  mapping jsonb,
  coordinate_system text not null,
  known text not null,
  check_job_id uuid,
  write_job_id uuid,
  row_count integer,
  wrong_count integer,
  warning_count integer,
  new_count integer,
  update_count integer,
  skip_count integer,
  place_warning jsonb,
  created_count integer,
  updated_count integer,
  unchanged_count integer,
  ended_at timestamptz,
  check (state in ('received', 'checking', 'checked', 'writing', 'written', 'abandoned'))
);
create index on "import" (owner_unit_path);
create index on "import" (area_code);
-- An import is listed to its maker.
create index import_created on "import" (created_by, created_at);

-- Which record came from which row of which file. Written with the record, once.
create table import_row (
  import_id uuid not null references "import" (id),
  row_number integer not null,
  register text not null,
  record_id uuid not null,
  action text not null check (action in ('created', 'updated')),
  written_at timestamptz not null,
  primary key (import_id, row_number)
);
create index on import_row (register, record_id);

-- What a check found wrong; gone with an abandoned import. Personal values are masked.
create table import_problem (
  import_id uuid not null references "import" (id),
  row_number integer not null,
  target text not null,
  value text,
  reason jsonb not null,
  primary key (import_id, row_number, target)
);

-- How the columns of a source were matched, by its name and its heads.
create table import_mapping (
  register text not null,
  source text not null,
  head_print text not null,
  titles text[] not null,
  mapping text[] not null,
  coordinate_system text not null,
  used_at timestamptz not null,
  primary key (register, source, head_print)
);
