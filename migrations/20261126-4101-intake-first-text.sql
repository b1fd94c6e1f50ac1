-- A call can be corrected: its words as they were first taken down stay beside the corrected ones.
alter table "intake" add column first_text bytea;
