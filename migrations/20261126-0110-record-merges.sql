-- Which record went into which, and what is needed to undo it: columns as text, sealed ones sealed.
create table record_merge (
  id uuid primary key,
  register text not null,
  survivor_id uuid not null,
  merged_id uuid not null,
  merged_state text not null,
  before jsonb not null,
  after jsonb not null,
  moved jsonb not null,
  reason text not null,
  merged_at timestamptz not null,
  merged_by uuid not null,
  undone_at timestamptz,
  undone_by uuid,
  check (survivor_id <> merged_id)
);
-- A record goes into one other at a time, however many try at the same instant.
create unique index on record_merge (register, merged_id) where undone_at is null;
create index on record_merge (register, survivor_id);
