-- 由此完成: an order, and the action of a plan it comes from, may name the report that fulfils it.
alter table "order" add column fulfilled_by text;
alter table "plan_action" add column fulfilled_by text;

-- 签发人: a person of those who may sign off; the name as it was on that day stays beside it.
alter table "situation_report" add column issuer_id uuid;
