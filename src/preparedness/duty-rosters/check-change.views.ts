import { sql } from 'kysely';
import type { ReadContext } from '../../foundation/api/context.ts';
import { type Shift, shiftsNear } from './basis.views.ts';
import { type Breach, clashesOf } from './breaches.rules.ts';
import { DUTY_RULES } from './duty.rules.ts';

/** A shift as it would be: with another person, or at another time. */
export type Wanted = Pick<Shift, 'id' | 'dutyKind' | 'startsAt' | 'endsAt' | 'seat'> & {
  readonly personId: string | null;
};

/**
 * What a change of shifts would break: two posts at once, or too little rest, over all units and months. Every change by
 * hand, swap and row of a sheet asks this first; nothing is an answer.
 */
export async function clashesWith(ctx: ReadContext, wanted: readonly Wanted[]): Promise<Breach[]> {
  const people = [...new Set(wanted.flatMap(({ personId }) => (personId ? [personId] : [])))];
  if (people.length === 0) return [];
  const changed = new Set(wanted.map(({ id }) => id));
  const from = Math.min(...wanted.map(({ startsAt }) => startsAt));
  const to = Math.max(...wanted.map(({ endsAt }) => endsAt));
  const others = (await shiftsNear(ctx, people, { from, to, but: undefined })).filter(({ id }) => !changed.has(id));
  const names = await ctx.rows<{ id: string; name: string }>(
    sql`select id, name from person where id = any(${people}::uuid[])`,
  );
  const rules = ctx.rules(DUTY_RULES).values;
  return names.flatMap(({ id, name }) =>
    clashesOf(
      name,
      [...others, ...wanted].filter(({ personId }) => personId === id),
      rules,
    ).filter(({ shiftIds }) => shiftIds.some((one) => changed.has(one))),
  );
}
