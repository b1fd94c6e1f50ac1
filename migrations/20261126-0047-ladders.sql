-- How far a message has gone for each addressee, whom it asked on the way, and what was answered.
alter table "message" add column asks text not null default 'nothing';
alter table "message" alter column asks drop default;
alter table "message" add column ladder_rule jsonb;

create table ladder (
  id uuid primary key,
  message_id uuid not null references "message" (id),
  -- The addressee: a kind and its input, asked anew at every repeat.
  kind text not null,
  input jsonb not null,
  -- Whose duty room is asked when they are silent.
  unit_id uuid references "unit" (id),
  state text not null check (state in ('climbing', 'with_human', 'confirmed', 'taken_over', 'stopped')),
  rung integer not null,
  round integer not null,
  -- When the wait on this rung is over; the runner looks for what has passed.
  next_at timestamptz,
  human_id uuid references "person" (id),
  started_at timestamptz not null,
  ended_at timestamptz,
  ended_by uuid,
  check ((state = 'climbing') = (next_at is not null)),
  check (state <> 'with_human' or human_id is not null)
);
create index on ladder (next_at) where state = 'climbing';
create index on ladder (message_id);
create index on ladder (human_id) where state = 'with_human';

create table ladder_person (
  ladder_id uuid not null references ladder (id),
  person_id uuid not null references "person" (id),
  rung integer not null,
  who text not null check (who in ('addressee', 'deputy', 'duty_room', 'human')),
  -- Why this person: «值班室», «代理人».
  reason_zh text not null,
  reason_en text not null,
  asked_at timestamptz not null,
  primary key (ladder_id, person_id)
);
create index on ladder_person (person_id);

create table message_choice (
  message_id uuid not null references "message" (id),
  id text not null,
  label_zh text not null,
  label_en text not null,
  place integer not null,
  primary key (message_id, id)
);

-- The last answer of a person counts; earlier ones stay.
create table message_answer (
  id uuid primary key,
  message_id uuid not null,
  person_id uuid not null references "person" (id),
  choice text not null,
  answered_at timestamptz not null,
  foreign key (message_id, choice) references message_choice (message_id, id)
);
create index on message_answer (message_id, person_id, answered_at);

-- Every attempt by an outside channel is a delivery of its own; the inbox keeps one entry per person.
alter table delivery add column round integer not null default 1;
alter table delivery drop constraint delivery_message_id_person_id_channel_key;
alter table delivery add constraint delivery_round_key unique (message_id, person_id, channel, round);
