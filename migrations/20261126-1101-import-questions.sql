-- Beside what is wrong a check tells what is doubtful, and asks what only a person can decide.
alter table import_problem add column kind text not null default 'wrong' check (kind in ('wrong', 'doubt', 'question'));
alter table import_problem add column choices jsonb;
alter table import_problem add column answer text;
