-- 损失情况, as it was told; figures that count come from those who verify them.
alter table "intake" add column damage text;
