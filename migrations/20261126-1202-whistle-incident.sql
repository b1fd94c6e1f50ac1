alter table "street_whistle" add column incident_id uuid references "incident" (id);
create index on "street_whistle" (incident_id);
