-- What stood on the map at a moment. A record's present row says what is; here lies only what it said before, one row for each
-- place of it and each stretch of time, written by triggers that the server puts on the registers with a place. So writing a
-- new record costs nothing, and no version between two looks is lost.
create table place_span (
  register text not null,
  record_id uuid not null,
  -- The spatial field whose shape it is.
  field text not null,
  -- From (included) and until (excluded), when it happened as far as a fact says so, else when it was recorded.
  since timestamptz not null,
  until timestamptz not null,
  -- The fact that ended it.
  ended_by uuid not null,
  state text not null,
  area_code text not null collate "C",
  shape geometry(Geometry, 4490),
  -- Plain fields by which layers name, colour and narrow.
  said jsonb not null,
  primary key (register, record_id, field, until)
);
create index place_span_shape on place_span using gist (shape);
create index place_span_until on place_span (register, field, until);
create index place_span_ended_by on place_span (ended_by);

-- Of records that began before they were recorded: since when; of those whose facts do not reach back: since when it is known.
create table place_start (
  register text not null,
  record_id uuid not null,
  since timestamptz,
  known_since timestamptz,
  primary key (register, record_id)
);
create index place_start_known on place_start (register, known_since) where known_since is not null;

-- Registers that are followed, by which declaration, and since when nothing of them is missed.
create table place_followed (
  register text primary key,
  digest text not null,
  since timestamptz not null
);

-- A fact that happened before it was recorded moves the end of what it ended, and says that its subject was there already.
create function date_back_places() returns trigger language plpgsql as $$
declare
  one record;
begin
  if not exists (select 1 from new_rows where happened_at < recorded_at) then return null; end if;
  insert into place_start as known (register, record_id, since)
    select register, subject_id, min(happened_at) from new_rows n
      where happened_at < recorded_at and exists (select 1 from place_followed p where p.register = n.register)
      group by register, subject_id
    on conflict (register, record_id) do update set since = least(known.since, excluded.since);
  for one in select distinct s.register, s.record_id, n.happened_at from new_rows n join place_span s on s.ended_by = n.id
      where n.happened_at < n.recorded_at loop
    delete from place_span where register = one.register and record_id = one.record_id and since >= one.happened_at;
    update place_span set until = one.happened_at
      where register = one.register and record_id = one.record_id and until > one.happened_at;
  end loop;
  return null;
end $$;
create trigger fact_dates_back_places after insert on fact referencing new table as new_rows
  for each statement execute function date_back_places();

-- What is taken out of a register, by the duty to destroy, leaves no trace on the map of the past.
create function forget_places() returns trigger language plpgsql as $$
begin
  delete from place_span where register = tg_table_name and record_id in (select id from old_rows);
  delete from place_start where register = tg_table_name and record_id in (select id from old_rows);
  return null;
end $$;
