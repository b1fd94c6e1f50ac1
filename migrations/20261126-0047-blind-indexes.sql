alter table "person" add column phone_blind text[];

alter table "person" add column email_blind text[];

alter table "expert" add column phone_blind text[];

create index on "person" using gin (phone_blind);
create index on "person" using gin (email_blind);
create index on "expert" using gin (phone_blind);
