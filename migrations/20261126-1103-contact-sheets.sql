-- Further numbers of a person, as contact sheets give them; sealed and found like the first.
alter table person add column second_phone bytea;
alter table person add column second_phone_blind text[];
alter table person add column office_phone bytea;
alter table person add column office_phone_blind text[];
alter table person add column note bytea;
create index on person using gin (second_phone_blind);
create index on person using gin (office_phone_blind);
