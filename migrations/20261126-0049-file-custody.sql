alter table "file" add column width integer;

alter table "file" add column height integer;

alter table "file" add column taken_at timestamptz;

alter table "file" add column taken_place bytea;

alter table "file" add column device bytea;

alter table "file" add column destroyed_at timestamptz;

create table "file_hold" (
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
  subject_register text not null,
  subject_id uuid not null,
  reason text not null,
  case_number text,
  lifted_at timestamptz,
  lifted_by uuid references "person" (id),
  lift_reason text
);
create index on "file_hold" (owner_unit_path);
create index on "file_hold" (area_code);
create index on "file_hold" (subject_id) where state = 'placed';
alter table "file_hold" add check (state in ('placed', 'lifted'));
alter table "file" add check (state in ('active', 'destroyed'));
create index on "file" (created_at) where state = 'active';

-- The last wall: whoever writes, a file under a hold is not destroyed.
create function file_is_not_held() returns trigger language plpgsql as $$
begin
  if exists (select 1 from file_hold hold where hold.state = 'placed'
    and ((hold.subject_register = 'file' and hold.subject_id = old.id)
      or (hold.subject_register = old.subject_register and hold.subject_id = old.subject_id))) then
    raise exception 'file % is under a legal hold', old.id;
  end if;
  return new;
end $$;
create trigger file_is_not_held before update on "file" for each row
  when (new.state = 'destroyed' and old.state <> 'destroyed') execute function file_is_not_held();
