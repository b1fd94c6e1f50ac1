alter table "correction" add column finish_rule jsonb;
