create table "report_recipient" (
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
  report_id uuid references "situation_report" (id),
  recipient text not null,
  is_copy boolean not null,
  channel text not null,
  due_at timestamptz,
  sent_at timestamptz not null,
  received_at timestamptz,
  read_at timestamptz,
  received_by text,
  late_reason text
);
create index on "report_recipient" (owner_unit_path);
create index on "report_recipient" (area_code);
create index on "report_recipient" (incident_id);
create index on "report_recipient" (report_id);
