alter table "activation" add column superior_name text;

alter table "activation" add column superior_level text;

alter table "activation" add column superior_reference text;

alter table "activation" add column superior_at timestamptz;

alter table "activation" add column superior_commands boolean not null default false;

alter table "activation" add column end_conditions_met text[] default '{}';

alter table "activation" add column end_conditions_open text[] default '{}';

create table "activation_action" (
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
  activation_id uuid references "activation" (id) not null,
  incident_id uuid references "incident" (id) not null,
  plan_action_id uuid references "plan_action" (id) not null,
  clause text not null,
  level text not null,
  content text not null,
  assignee_unit_id uuid references "unit" (id),
  assignee_person_id uuid references "person" (id),
  assignee_post_id uuid references "post" (id),
  offset_minutes integer not null,
  after_clause text,
  delay_minutes integer,
  due_out_at timestamptz,
  order_id uuid references "order" (id),
  reason text,
  check (state <> 'issued' or order_id is not null)
);
create index on "activation_action" (owner_unit_path);
create index on "activation_action" (area_code);
create index on "activation_action" (activation_id);
create index on "activation_action" (incident_id);
create index on "activation_action" (plan_action_id);
create index on "activation_action" (assignee_unit_id);
create index on "activation_action" (assignee_person_id);
create index on "activation_action" (assignee_post_id);
create index on "activation_action" (order_id);

-- What waits for a clause is looked for with every finished assignment.
create index on "activation_action" (activation_id, after_clause) where state = 'waiting';
