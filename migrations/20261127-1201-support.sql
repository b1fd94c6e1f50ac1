create table "support_request" (
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
  incident_id uuid references "incident" (id) not null,
  support_kind text not null,
  content text not null,
  speciality text,
  vehicle_kind text,
  expert_field text,
  supply_id uuid references "supply" (id),
  quantity numeric(14, 3),
  priority text not null,
  place geometry(Point, 4490),
  place_text text not null,
  requested_at timestamptz not null,
  requested_by_id uuid references "person" (id),
  arrive_from timestamptz not null,
  arrive_due_at timestamptz not null,
  arrive_rule jsonb,
  decided_at timestamptz,
  decided_by_id uuid references "person" (id),
  decision text,
  arrived_at timestamptz,
  closed_at timestamptz
);
create index on "support_request" (owner_unit_path);
create index on "support_request" (area_code);
create index on "support_request" (incident_id);
create index on "support_request" (supply_id);
create index on "support_request" using gist (place);
create index on "support_request" (requested_by_id);
create index on "support_request" (decided_by_id);
create unique index on "support_request" (number) where number is not null;

create table "support_dispatch" (
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
  request_id uuid references "support_request" (id) not null,
  incident_id uuid references "incident" (id) not null,
  support_kind text not null,
  title text not null,
  team_id uuid references "team" (id),
  vehicle_id uuid references "vehicle" (id),
  transfer_id uuid references "transfer" (id),
  warehouse_id uuid references "warehouse" (id),
  supply_id uuid references "supply" (id),
  shelter_id uuid references "shelter" (id),
  expert_id uuid references "expert" (id),
  expert_call_id uuid references "expert_call" (id),
  quantity numeric(14, 3),
  returned_quantity numeric(14, 3),
  way_metres double precision,
  minutes integer,
  is_by_road boolean not null,
  expected_at timestamptz,
  arrive_due_at timestamptz not null,
  dispatched_at timestamptz not null,
  dispatched_by_id uuid references "person" (id),
  departed_at timestamptz,
  arrived_at timestamptz,
  left_at timestamptz,
  returned_at timestamptz,
  reason text,
  check (num_nonnulls(team_id, vehicle_id, warehouse_id, shelter_id, expert_id) = 1)
);
create index on "support_dispatch" (owner_unit_path);
create index on "support_dispatch" (area_code);
create index on "support_dispatch" (request_id);
create index on "support_dispatch" (incident_id);
create index on "support_dispatch" (team_id);
create index on "support_dispatch" (vehicle_id);
create index on "support_dispatch" (transfer_id);
create index on "support_dispatch" (warehouse_id);
create index on "support_dispatch" (supply_id);
create index on "support_dispatch" (shelter_id);
create index on "support_dispatch" (expert_id);
create index on "support_dispatch" (expert_call_id);
create index on "support_dispatch" (dispatched_by_id);
