create table "supply" (
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
  item_no text not null,
  name text not null,
  spec text,
  supply_class text,
  code text,
  measure text not null,
  shelf_life_months integer,
  rotation_months integer,
  safety_stock numeric(14, 3),
  min_stock numeric(14, 3),
  max_stock numeric(14, 3),
  storage_class text not null,
  is_hazardous boolean not null,
  unit_volume double precision,
  unit_weight double precision,
  reserve_mode text not null,
  need text,
  need_each double precision
);
create index on "supply" (owner_unit_path);
create index on "supply" (area_code);

create table "warehouse" (
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
  code text not null,
  name text not null,
  kind text not null,
  address text,
  place geometry(Point, 4490),
  keeper text,
  phone bytea,
  phone_blind text[],
  capacity double precision,
  open_hours text
);
create index on "warehouse" (owner_unit_path);
create index on "warehouse" (area_code);
create index on "warehouse" using gist (place);
create index on "warehouse" using gin (phone_blind);

create table "stock_lot" (
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
  supply_id uuid references "supply" (id) not null,
  warehouse_id uuid references "warehouse" (id) not null,
  batch text not null,
  location text,
  produced_on date,
  expires_on date,
  inbound_at timestamptz not null,
  unit_price numeric(16, 2),
  quantity numeric(14, 3) not null,
  reserved_quantity numeric(14, 3) not null,
  lock_reason text,
  check (state in ('usable', 'locked')),
  check (quantity >= 0),
  check (reserved_quantity >= 0 and reserved_quantity <= quantity),
  unique nulls not distinct (warehouse_id, supply_id, owner_unit_id, batch, expires_on, unit_price)
);
create index on "stock_lot" (owner_unit_path);
create index on "stock_lot" (area_code);
create index on "stock_lot" (supply_id);
create index on "stock_lot" (warehouse_id);

create table "stock_movement" (
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
  kind text not null,
  way text not null,
  lot_id uuid references "stock_lot" (id) not null,
  supply_id uuid references "supply" (id) not null,
  warehouse_id uuid references "warehouse" (id) not null,
  quantity numeric(14, 3) not null,
  reserved_quantity numeric(14, 3) not null,
  unit_price numeric(16, 2),
  happened_at timestamptz not null,
  paper_no text,
  counterpart text,
  note text,
  override_reason text,
  source_register text,
  source_id uuid
);
create index on "stock_movement" (owner_unit_path);
create index on "stock_movement" (area_code);
create index on "stock_movement" (lot_id);
create index on "stock_movement" (supply_id);
create index on "stock_movement" (warehouse_id);

create table "transfer" (
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
  purpose text not null,
  is_urgent boolean not null,
  matter text,
  from_warehouse_id uuid references "warehouse" (id),
  to_warehouse_id uuid references "warehouse" (id),
  destination text,
  destination_place geometry(Point, 4490),
  needed_by timestamptz,
  receiver text,
  receiver_phone bytea,
  receiver_phone_blind text[],
  submitted_at timestamptz,
  approved_at timestamptz,
  approved_by text,
  approval_note text,
  vehicle_plate text,
  driver text,
  driver_phone bytea,
  driver_phone_blind text[],
  dispatched_at timestamptz,
  dispatched_by text,
  expected_at timestamptz,
  received_at timestamptz,
  received_by text,
  received_by_id uuid,
  receipt_note text,
  has_difference boolean not null,
  settled_at timestamptz,
  settled_by text,
  settlement text,
  closed_at timestamptz,
  check (state in ('draft', 'submitted', 'approved', 'picking', 'dispatched', 'received', 'closed', 'rejected', 'cancelled')),
  check (to_warehouse_id is not null or destination is not null),
  check (from_warehouse_id is distinct from to_warehouse_id or from_warehouse_id is null)
);
create index on "transfer" (owner_unit_path);
create index on "transfer" (area_code);
create index on "transfer" (from_warehouse_id);
create index on "transfer" (to_warehouse_id);
create index on "transfer" using gist (destination_place);
create index on "transfer" using gin (receiver_phone_blind);
create index on "transfer" using gin (driver_phone_blind);
create unique index on "transfer" (number) where number is not null;

create table "transfer_line" (
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
  transfer_id uuid references "transfer" (id) not null,
  line_no integer not null,
  supply_id uuid references "supply" (id) not null,
  asked numeric(14, 3) not null,
  approved numeric(14, 3),
  picked numeric(14, 3),
  received numeric(14, 3),
  difference_reason text,
  unique (transfer_id, line_no),
  check (asked > 0 and approved >= 0 and picked >= 0 and received >= 0)
);
create index on "transfer_line" (owner_unit_path);
create index on "transfer_line" (area_code);
create index on "transfer_line" (transfer_id);
create index on "transfer_line" (supply_id);

create table "stocktake" (
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
  warehouse_id uuid references "warehouse" (id) not null,
  kind text not null,
  note text,
  round integer not null,
  submitted_at timestamptz,
  decided_at timestamptz,
  decided_by text,
  decision text,
  check (state in ('counting', 'submitted', 'approved', 'cancelled'))
);
create index on "stocktake" (owner_unit_path);
create index on "stocktake" (area_code);
create index on "stocktake" (warehouse_id);
create unique index on "stocktake" (number) where number is not null;

create table "stocktake_line" (
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
  stocktake_id uuid references "stocktake" (id) not null,
  line_no integer not null,
  supply_id uuid references "supply" (id) not null,
  lot_id uuid references "stock_lot" (id),
  batch text not null,
  expires_on date,
  location text,
  is_found boolean not null,
  booked numeric(14, 3),
  counted numeric(14, 3),
  counted_at timestamptz,
  counted_by_id uuid,
  counted_by text,
  reason text,
  unique (stocktake_id, line_no),
  check (counted >= 0),
  check ((counted is null) = (booked is null))
);
create index on "stocktake_line" (owner_unit_path);
create index on "stocktake_line" (area_code);
create index on "stocktake_line" (stocktake_id);
create index on "stocktake_line" (supply_id);
create index on "stocktake_line" (lot_id);

-- One item number, one code of a warehouse, as long as they are in use.
create unique index on "supply" (item_no) where state <> 'withdrawn';
create unique index on "warehouse" (code) where state <> 'withdrawn';

-- What lies where, what expires, and the ledger of a lot, an item, a warehouse, a paper.
create index on "stock_lot" (supply_id, warehouse_id);
create index on "stock_lot" (expires_on) where quantity > 0;
create index on "stock_movement" (lot_id, id);
create index on "stock_movement" (supply_id, id);
create index on "stock_movement" (warehouse_id, id);
create index on "stock_movement" (source_id) where source_id is not null;
create index on "transfer" (from_warehouse_id);
create index on "transfer" (to_warehouse_id);
create index on "transfer_line" (supply_id);

-- One stocktake at a time in a warehouse, whoever begins it.
create unique index on "stocktake" (warehouse_id) where state in ('counting', 'submitted');

-- Figures are never changed. Which record names the item or the warehouse follows when two records of one thing are merged.
create function stock_movement_is_append_only() returns trigger language plpgsql as $$
declare
  moved constant text[] := '{supply_id,warehouse_id,lot_id,version,changed_at,changed_by,changed_fact,owner_unit_path,area_code}';
begin
  if tg_op = 'UPDATE' and to_jsonb(new) - moved = to_jsonb(old) - moved then
    return new;
  end if;
  raise exception 'movements of stock are append-only';
end $$;
create trigger stock_movement_append_only before update or delete on stock_movement
  for each row execute function stock_movement_is_append_only();
