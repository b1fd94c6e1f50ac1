import { sql } from 'kysely';
import { problem } from '../../kernel/problems.ts';
import type { CommandContext } from '../api/context.ts';
import { ANSWERS_FOR_UNIT } from './order.permissions.ts';

/** Who an order is given to: a unit; or one person, or whoever holds a post, of that unit. */
export interface Assignee {
  readonly unitId: string;
  readonly personId?: string;
  readonly postId?: string;
}

/** Ids of the persons to be told, per assignee, in the order asked: the person, the post's holders, or the unit's answerers. */
export async function peopleOf(ctx: CommandContext, assignees: readonly Assignee[]): Promise<string[][]> {
  const people: string[][] = assignees.map((one) => (one.personId ? [one.personId] : []));
  const open = assignees.flatMap(({ unitId, personId, postId }, index) =>
    personId ? [] : [{ index, unit_id: unitId, post_id: postId ?? null }],
  );
  if (open.length === 0) return people;
  const rows = await ctx.rows<{ index: number; personId: string }>(sql`
    select g.index, a.person_id
    from jsonb_to_recordset(${JSON.stringify(open)}::jsonb) as g(index integer, unit_id uuid, post_id uuid)
    join post t on t.unit_id = g.unit_id
      and (t.id = g.post_id or (g.post_id is null and t.role = any(${[...ANSWERS_FOR_UNIT]}::text[])))
    join appointment a on a.post_id = t.id
    where a.valid_from <= ${ctx.now}::timestamptz and (a.valid_to is null or a.valid_to > ${ctx.now}::timestamptz)
    group by g.index, a.person_id order by g.index, a.person_id`);
  for (const { index, personId } of rows) people[index]?.push(personId);
  return people;
}

/** Everybody who answers for a unit now. */
export async function answerersOfUnit(ctx: CommandContext, unitId: string): Promise<string[]> {
  const [people] = await peopleOf(ctx, [{ unitId }]);
  return people ?? [];
}

/** The unit, and the person or post within it, are there now. @throws `order.assignee_unknown` naming the field */
export async function checkAssignee(ctx: CommandContext, one: Assignee, field: string): Promise<void> {
  const [unit] = await ctx.rows(sql`select 1 from unit where id = ${one.unitId}`);
  if (!unit) throw problem('order.assignee_unknown', {}, `${field}.unitId`);
  if (one.personId) {
    const [held] = await ctx.rows(sql`
      select 1 from appointment a join post t on t.id = a.post_id
      where a.person_id = ${one.personId} and t.unit_id = ${one.unitId}
        and a.valid_from <= ${ctx.now}::timestamptz and (a.valid_to is null or a.valid_to > ${ctx.now}::timestamptz)`);
    if (!held) throw problem('order.assignee_unknown', {}, `${field}.personId`);
  }
  if (one.postId) {
    const [post] = await ctx.rows(sql`select 1 from post where id = ${one.postId} and unit_id = ${one.unitId}`);
    if (!post) throw problem('order.assignee_unknown', {}, `${field}.postId`);
  }
}

/** Who stands in for the assignee: the acting deputy of their post. Undefined when nobody is named. */
export async function deputyFor(ctx: CommandContext, one: Assignee): Promise<Required<Assignee> | undefined> {
  const row = await ctx.row<{ unitId: string; postId: string; personId: string }>(sql`
    select t.unit_id, t.id as post_id, a.person_id from appointment a join post t on t.id = a.post_id
    where t.unit_id = ${one.unitId} and a.kind = 'deputy' and a.person_id <> coalesce(${one.personId ?? null}::uuid, '00000000-0000-0000-0000-000000000000')
    limit 1`);
  return row;
}

/** The duty room of a unit, or of the nearest unit above it that has one. */
export async function dutyPeopleOf(ctx: CommandContext, unitId: string): Promise<string[]> {
  const rows = await ctx.rows<{ personId: string }>(sql`
    select distinct a.person_id from unit u join unit above on u.path like above.path || '%'
    join post t on t.unit_id = above.id and t.role in ('duty_officer', 'duty_leader')
    join appointment a on a.post_id = t.id where u.id = ${unitId}`);
  return rows.map((row) => row.personId);
}
