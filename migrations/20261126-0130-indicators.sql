-- What each record gives to an indicator, from the day on which it counts; a level's row ends when things stand otherwise.
create table indicator_row (
  code text not null,
  record_id uuid not null,
  day date not null,
  ended_on date,
  part numeric not null,
  whole numeric not null,
  owner_unit_path text not null collate "C",
  area_code text not null collate "C",
  link_register text not null,
  link_id uuid not null
);
create unique index indicator_row_record on indicator_row (code, record_id) where ended_on is null;
create index indicator_row_day on indicator_row (code, day);
create index indicator_row_ended on indicator_row (code, ended_on) where ended_on is not null;

-- The sums by day, owner and area. A level keeps what was added and taken away on a day.
create table indicator_value (
  code text not null,
  day date not null,
  owner_unit_path text not null collate "C",
  area_code text not null collate "C",
  part numeric not null,
  whole numeric not null,
  primary key (code, day, owner_unit_path, area_code)
);

-- By which edition of its formula an indicator was counted.
create table indicator_source (
  code text primary key,
  edition integer not null
);
