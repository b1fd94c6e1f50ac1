-- The figures a report cites stand on it: the next one tells from them what changed, and a verified report (核报) brings its own.
alter table situation_report
  add column deaths integer check (deaths >= 0),
  add column missing integer check (missing >= 0),
  add column serious_injuries integer check (serious_injuries >= 0),
  add column minor_injuries integer check (minor_injuries >= 0),
  add column trapped integer check (trapped >= 0),
  add column direct_loss double precision check (direct_loss >= 0),
  add column casualties_version integer,
  add column grade text,
  add column response_level text,
  add column reason text,
  add column corrects_id uuid references situation_report (id);
