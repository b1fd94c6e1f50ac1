-- What people are told, and what became of it for each person and channel.
create table "message" (
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
  template text not null,
  heading_zh text not null,
  heading_en text not null,
  text_zh bytea,
  text_en bytea,
  priority text not null,
  subject_register text,
  subject_id uuid,
  sent_at timestamptz not null,
  check ((subject_register is null) = (subject_id is null))
);
create index on "message" (owner_unit_path);
create index on "message" (area_code);
create index on "message" (subject_id, sent_at);

create table delivery (
  id uuid primary key,
  message_id uuid not null references "message" (id),
  person_id uuid not null references "person" (id),
  channel text not null,
  state text not null
    check (state in ('queued', 'sent', 'delivered', 'read', 'answered', 'failed', 'escalated')),
  queued_at timestamptz not null,
  sent_at timestamptz,
  delivered_at timestamptz,
  read_at timestamptz,
  answered_at timestamptz,
  -- The sender's queue: when to try next, and until when one worker holds the letter.
  attempts integer not null default 0,
  next_attempt_at timestamptz not null,
  claimed_until timestamptz,
  -- A code of what went wrong, never text of the letter.
  last_error text,
  receipt text,
  escalated_to uuid references "person" (id),
  unique (message_id, person_id, channel)
);
create index on delivery (next_attempt_at) where state = 'queued';
create index on delivery (person_id, channel) where read_at is null;
