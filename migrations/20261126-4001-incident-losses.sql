-- Direct economic loss in 万元 is a criterion of the grade (生产安全事故报告和调查处理条例 第3条).
-- Which version of the casualty figures is the released one, when and from whom: every paper cites it.
alter table incident
  add column direct_loss double precision check (direct_loss >= 0),
  add column casualties_version integer not null default 0,
  add column casualties_at timestamptz,
  add column casualties_source text,
  add column casualties_certainty text;
