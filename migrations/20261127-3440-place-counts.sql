-- How many records of a register stand in each cell of the map, so that a low tile adds up counts instead of reading every record
-- below it. Written by triggers that the server puts on registers with many places, in the transaction of the change and only ever
-- by adding rows: two who write at once never wait for each other. What is true is the sum; a job packs the rows from time to time.
create table place_count (
  register text not null,
  -- The spatial field that is counted.
  field text not null,
  -- Of the 2^19 × 2^19 cells of the Web Mercator square, its quadkey: every tile and every coarser cell is one range of them.
  cell bigint not null,
  -- What a viewer's reach and a layer's states ask for.
  state text not null,
  area_code text not null collate "C",
  owner_unit_path text not null collate "C",
  count integer not null,
  -- Sums in thousand-millionths of a degree: whole numbers, so that what was added is taken away to the last digit.
  lng bigint not null,
  lat bigint not null
);
create index place_count_cell on place_count (register, field, cell);

-- Registers that are counted, by which declaration.
create table place_counted (
  register text primary key,
  digest text not null
);

-- The cell a point lies in; none beyond the square.
create function place_cell(place geometry) returns bigint language plpgsql immutable strict parallel safe as $$
declare
  x bigint := floor((st_x(place) + 180) / 360 * 524288);
  y bigint := floor((1 - asinh(tan(radians(st_y(place)))) / pi()) / 2 * 524288);
begin
  if x < 0 or x > 524287 or y < 0 or y > 524287 then return null; end if;
  x := (x | (x << 16)) & 281470681808895;
  x := (x | (x << 8)) & 71777214294589695;
  x := (x | (x << 4)) & 1085102592571150095;
  x := (x | (x << 2)) & 3689348814741910323;
  x := (x | (x << 1)) & 6148914691236517205;
  y := (y | (y << 16)) & 281470681808895;
  y := (y | (y << 8)) & 71777214294589695;
  y := (y | (y << 4)) & 1085102592571150095;
  y := (y | (y << 2)) & 3689348814741910323;
  y := (y | (y << 1)) & 6148914691236517205;
  return x | (y << 1);
end $$;
