-- What was known of an appointment, since when and until when: an end or a correction no longer overwrites it.
create table appointment_belief (
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
  appointment_id uuid references "appointment" (id) not null,
  valid_from timestamptz not null,
  valid_to timestamptz,
  retracted_at timestamptz,
  reason text,
  check (valid_to is null or valid_to > valid_from)
);
create index on appointment_belief (owner_unit_path);
create index on appointment_belief (area_code);
create index on appointment_belief (appointment_id);
-- One belief at a time.
create unique index appointment_belief_now on appointment_belief (appointment_id) where retracted_at is null;

-- What the timeline still knows: an appointment as it was made, and as each end has changed it.
insert into appointment_belief (id, state, mark, owner_unit_id, owner_unit_path, area_code, created_at, created_by,
  changed_at, changed_by, changed_fact, appointment_id, valid_from, valid_to, retracted_at)
select gen_random_uuid(), 'active', a.mark, a.owner_unit_id, a.owner_unit_path, a.area_code, f.recorded_at, f.actor_id,
  f.recorded_at, f.actor_id, f.id, a.id, a.valid_from, (f.payload ->> 'validTo')::timestamptz,
  lead(f.recorded_at) over (partition by a.id order by f.sequence)
from appointment a join fact f on f.register = 'appointment' and f.subject_id = a.id
  and f.kind in ('appointment.made', 'appointment.ended');
