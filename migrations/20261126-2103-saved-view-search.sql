alter table "saved_view" add column search_text bytea;
