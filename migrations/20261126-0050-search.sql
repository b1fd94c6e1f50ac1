-- What has changed since a follower looked: the search index and the indicators are kept from it. Filled by triggers that the
-- server puts on the tables it follows at start, because the declarations say which those are; so no way of writing is missed.
create table record_change (
  id bigint generated always as identity primary key,
  follower text not null,
  register text not null,
  record_id uuid not null
);
create index record_change_follower on record_change (follower, id);

create function note_record_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    insert into record_change (follower, register, record_id) select tg_argv[0], tg_table_name, id from old_rows;
  else
    insert into record_change (follower, register, record_id) select tg_argv[0], tg_table_name, id from new_rows;
  end if;
  return null;
end $$;

-- One row for each record that can be searched for, with the stamps by which scope judges it. Made from the registers and
-- made again at any time: it is in no backup.
create table search_entry (
  register text not null,
  record_id uuid not null,
  title text not null,
  -- Normal form of title and number: what exact and beginning matches look at.
  title_key text not null collate "C",
  number text,
  number_key text collate "C",
  line text not null,
  -- Everything that can be found in plain, in normal form.
  body text not null collate "C",
  -- Readings of names: « zhang wei » a line, and «zw» a line.
  sounds text not null collate "C",
  initials text not null collate "C",
  tokens text[] not null collate "C",
  state text not null,
  mark text not null,
  owner_unit_path text not null collate "C",
  area_code text not null collate "C",
  created_by uuid not null,
  changed_at timestamptz not null,
  place geometry(Point, 4490),
  primary key (register, record_id)
);
create index search_entry_tokens on search_entry using gin (tokens) with (gin_pending_list_limit = 512);
create index search_entry_recent on search_entry (changed_at desc);
create index search_entry_title on search_entry (title_key);
create index search_entry_number on search_entry (number_key) where number_key is not null;
create index search_entry_place on search_entry using gist (place);

-- How the entries of a register were made: another declaration or another key means making them again.
create table search_source (
  register text primary key,
  digest text not null
);
