alter table "assignment" add column parent_assignment_id uuid references "assignment" (id);

alter table "assignment" add column task text;

alter table "assignment" add column finish_due_at timestamptz;
create index on "assignment" (parent_assignment_id) where parent_assignment_id is not null;
