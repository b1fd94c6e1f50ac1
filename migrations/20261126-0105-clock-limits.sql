-- Limits by the working calendar, with several warnings, suspended where a law allows it, explained when missed.
alter table "clock" add column later_warnings text[] default '{}';
alter table "clock" add column is_provisional boolean not null default false;
alter table "clock" alter column is_provisional drop default;
alter table "clock" add column suspended_at timestamptz;
alter table "clock" add column suspended_by text;
alter table "clock" add column late_reason bytea;
alter table "clock" add column explained_at timestamptz;

alter table "clock" drop constraint clock_state_check;
alter table "clock" add constraint clock_state_check
  check (state in ('running', 'suspended', 'met', 'late', 'cancelled'));
alter table "clock" add constraint clock_suspended_check check ((state = 'suspended') = (suspended_at is not null) or ended_at is not null);

-- `warn_at` is the next warning now; one that has been told leaves it.
update "clock" set warn_at = null where warned_at is not null;
drop index clock_warn_at_idx;
create index on "clock" (warn_at) where state = 'running' and warn_at is not null;
-- Timeliness asks for what was judged in a period; a clock that runs does not pay for it.
create index on "clock" (due_at) where state in ('met', 'late');
