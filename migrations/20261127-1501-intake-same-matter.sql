-- Who rang before is found by the number; two reports of one matter, one report of two; to whom a report was transferred.
alter table "intake" add column caller_phone_blind text[];
create index on "intake" using gin (caller_phone_blind);

alter table "intake" add column same_as_id uuid references "intake" (id);
create index on "intake" (same_as_id) where same_as_id is not null;

alter table "intake" add column split_from_id uuid references "intake" (id);
create index on "intake" (split_from_id) where split_from_id is not null;

alter table "intake" add column transferred_unit_id uuid references "unit" (id);

alter table "intake" add column transferred_to text;

alter table "incident" add column damage text;
