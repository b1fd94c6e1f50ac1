create table "message_reply" (
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
  channel text not null,
  message_id uuid references "message" (id),
  person_id uuid references "person" (id),
  phone bytea,
  phone_blind text[],
  words bytea not null,
  meaning text not null,
  heard_at timestamptz not null,
  reference text,
  unique (channel, reference)
);
create index on "message_reply" (owner_unit_path);
create index on "message_reply" (area_code);
create index on "message_reply" (message_id);
create index on "message_reply" (person_id);
create index on "message_reply" using gin (phone_blind);

-- What the other side said of a letter under its own name for it; a long one has one for each part. Without a delivery: it
-- came before the letter was noted as sent, or belongs to nobody here.
create table delivery_receipt (
  channel text not null,
  reference text not null,
  delivery_id uuid references delivery (id),
  state text not null check (state in ('awaited', 'delivered', 'failed')),
  reason text,
  heard_at timestamptz,
  primary key (channel, reference)
);
create index on delivery_receipt (delivery_id);
create index on delivery_receipt (heard_at) where delivery_id is null;
