-- Evidence by kind and count, in place of one kind: «a photo» becomes one photo, «text» one report in words.
create function pg_temp.evidence(kind text) returns jsonb language sql immutable as $$
  select case kind when 'photo' then '{"photo": 1}'::jsonb when 'text' then '{"text": 1}'::jsonb else '{}'::jsonb end $$;
alter table "order" alter column evidence_asked type jsonb using pg_temp.evidence(evidence_asked);
alter table "order" alter column evidence_asked set default '{}';
alter table "assignment" alter column evidence_asked type jsonb using pg_temp.evidence(evidence_asked);
alter table "assignment" alter column evidence_asked set default '{}';
alter table "plan_action" alter column evidence_asked type jsonb using pg_temp.evidence(evidence_asked);
alter table "plan_action" alter column evidence_asked set default '{}';
alter table "order_template" alter column evidence_asked type jsonb using pg_temp.evidence(evidence_asked);
alter table "order_template" alter column evidence_asked set default '{}';

alter table "assignment" add column evidence_given jsonb default '{}' not null;
update "assignment" set evidence_given = jsonb_build_object('photo', photo_count, 'text', feedback_count)
  where photo_count > 0 or feedback_count > 0;
alter table "assignment" drop column photo_count;
alter table "order_feedback" add column files text[] default '{}';

-- An order that takes the place of another.
alter table "order" add column previous_order_id uuid references "order" (id);
alter table "order" add unique (previous_order_id);
