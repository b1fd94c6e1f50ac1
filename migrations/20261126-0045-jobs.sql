create table "job" (
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
  kind text not null,
  detail text,
  input jsonb,
  hat_id uuid,
  subject_register text,
  subject_id uuid,
  lane text,
  key text,
  due_at timestamptz not null,
  attempts integer not null,
  claimed_until timestamptz,
  started_at timestamptz,
  ended_at timestamptz,
  cancel_asked_at timestamptz,
  stage jsonb,
  done_count integer not null,
  total_count integer,
  cursor jsonb,
  result jsonb,
  trouble jsonb,
  check (state in ('queued', 'running', 'done', 'failed', 'cancelled'))
);
create index on "job" (owner_unit_path);
create index on "job" (area_code);
-- What is looked at twice a second.
create index job_open on "job" (due_at) where state in ('queued', 'running');
create index job_created on "job" (created_by, created_at);
-- One of a lane runs, one of a kind and key waits or runs: whoever looks at the same instant, the index has the last word.
create unique index job_lane on "job" (lane) where state = 'running' and lane is not null;
create unique index job_key on "job" (kind, key) where state in ('queued', 'running') and key is not null;
