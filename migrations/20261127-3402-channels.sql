-- Who entered the receipt of a letter that a person carried.
alter table delivery add column entered_by uuid references "person" (id);
-- What a channel has sent this minute and this day, where it has a limit.
create index on delivery (channel, sent_at) where sent_at is not null and channel <> 'in_app';
-- What waits to be told by hand.
create index on delivery (channel, queued_at) where state = 'queued';
