import { sql } from 'kysely';
import { problem } from '../../kernel/problems.ts';
import type { CommandContext, ReadContext } from '../api/context.ts';
import { unitDuty } from '../messaging/index.ts';
import { ANSWERS_FOR_UNIT } from './order.permissions.ts';

/** Who an order is given to: a unit; or one person, or whoever holds a post, of that unit. */
export interface Assignee {
  readonly unitId: string;
  readonly personId?: string;
  readonly postId?: string;
}

/** An appointment that counts at the instant of the operation. */
const isHeld = (ctx: ReadContext, alias: string) => sql`${sql.ref(`${alias}.valid_from`)} <= ${ctx.now}::timestamptz
  and (${sql.ref(`${alias}.valid_to`)} is null or ${sql.ref(`${alias}.valid_to`)} > ${ctx.now}::timestamptz)`;

/** A holder, or a deputy who acts in the holder's place now; those who are only named are asked later. */
const isAnswering = sql`(a.deputises_for is null or a.acting_reason is not null)`;

/**
 * Ids of the persons to be told, per assignee, in the order asked: the person, the post's holders, or those who answer
 * for the unit. Deputies are not told as long as the holder may still answer.
 */
export async function peopleOf(ctx: ReadContext, assignees: readonly Assignee[]): Promise<string[][]> {
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
    join appointment a on a.post_id = t.id and ${isAnswering}
    where ${isHeld(ctx, 'a')}
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
  const { unitId, personId = null, postId = null } = one;
  const found = await ctx.row<{ isUnit: boolean; isPerson: boolean; isPost: boolean }>(sql`
    select exists (select 1 from unit where id = ${unitId}) as is_unit,
      ${personId}::uuid is null or exists (select 1 from appointment a join post t on t.id = a.post_id
        where a.person_id = ${personId}::uuid and t.unit_id = ${unitId} and ${isHeld(ctx, 'a')}) as is_person,
      ${postId}::uuid is null or exists (select 1 from post
        where id = ${postId}::uuid and unit_id = ${unitId}) as is_post`);
  if (!found?.isUnit) throw problem('order.assignee_unknown', {}, `${field}.unitId`);
  if (!found.isPerson) throw problem('order.assignee_unknown', {}, `${field}.personId`);
  if (!found.isPost) throw problem('order.assignee_unknown', {}, `${field}.postId`);
}

/** Who stands in when the assignee is silent: the deputy of their appointment. Undefined when nobody is named. */
export async function deputyFor(ctx: CommandContext, one: Assignee): Promise<Required<Assignee> | undefined> {
  const { unitId, personId = null, postId = null } = one;
  return ctx.row<Required<Assignee>>(sql`
    select st.unit_id, s.post_id, s.person_id
    from appointment h join post t on t.id = h.post_id
    join appointment s on s.deputises_for = h.id join post st on st.id = s.post_id
    where t.unit_id = ${unitId} and ${isHeld(ctx, 'h')} and ${isHeld(ctx, 's')}
      and (${personId}::uuid is null or (h.person_id = ${personId}::uuid and s.person_id <> ${personId}::uuid))
      and (${postId}::uuid is null or h.post_id = ${postId}::uuid)
      and (${personId}::uuid is not null or ${postId}::uuid is not null or t.role = any(${[...ANSWERS_FOR_UNIT]}::text[]))
    order by s.valid_from, s.id limit 1`);
}

/** Who is to be told when nobody answers: the duty room as messages know it, those on duty by the roster where there is one. */
export async function dutyPeopleOf(ctx: CommandContext, unitId: string): Promise<string[]> {
  const [room] = await unitDuty.resolve(ctx, [{ unitId }]);
  return (room ?? []).map(({ personId }) => personId);
}
