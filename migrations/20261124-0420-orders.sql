-- Orders, their parts and what is reported about them.
create table "order" (
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
  matter_register text,
  matter_id uuid,
  title text not null,
  content text not null,
  group_name text,
  priority text not null,
  place geometry(Point, 4490),
  place_text text,
  resources text[] default '{}',
  evidence_asked text not null,
  basis_clause text,
  basis_plan text,
  issued_at timestamptz not null,
  receive_due_at timestamptz not null,
  start_due_at timestamptz,
  finish_due_at timestamptz,
  check ((matter_register is null) = (matter_id is null))
);
create index on "order" (owner_unit_path);
create index on "order" (area_code);
create index on "order" using gist (place);
create unique index on "order" (number) where number is not null;
create index on "order" (matter_id);

-- Issued content never changes: a change is a new order or a cancellation. The database holds it against any code.
create function order_content_is_final() returns trigger language plpgsql as $$
declare
  may_change text[] := '{state,version,changed_at,changed_by,changed_fact,owner_unit_path,area_code}';
begin
  if tg_op = 'UPDATE' and (to_jsonb(new) - may_change) = (to_jsonb(old) - may_change) then
    return new;
  end if;
  raise exception 'an issued order never changes';
end $$;
create trigger order_content_final before update or delete on "order"
  for each row execute function order_content_is_final();

create table "assignment" (
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
  order_id uuid references "order" (id) not null,
  assignee_unit_id uuid references "unit" (id) not null,
  assignee_person_id uuid references "person" (id),
  assignee_post_id uuid references "post" (id),
  evidence_asked text not null,
  receive_due_at timestamptz not null,
  delivered_at timestamptz,
  received_at timestamptz,
  started_at timestamptz,
  done_at timestamptz,
  verified_at timestamptz,
  feedback_count integer not null,
  photo_count integer not null,
  result bytea,
  reason bytea,
  previous_assignment_id uuid references "assignment" (id),
  unique (previous_assignment_id)
);
create index on "assignment" (owner_unit_path);
create index on "assignment" (area_code);
create index on "assignment" (order_id);
create index on "assignment" (assignee_person_id) where state in ('issued', 'delivered', 'received', 'under_way');
create index on "assignment" (assignee_unit_id) where state in ('issued', 'delivered', 'received', 'under_way');

create table "order_feedback" (
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
  assignment_id uuid references "assignment" (id) not null,
  text bytea,
  photos text[] default '{}',
  given_at timestamptz not null,
  place geometry(Point, 4490),
  given_by_id uuid references "person" (id) not null
);
create index on "order_feedback" (owner_unit_path);
create index on "order_feedback" (area_code);
create index on "order_feedback" using gist (place);
create index on "order_feedback" (assignment_id, given_at);
