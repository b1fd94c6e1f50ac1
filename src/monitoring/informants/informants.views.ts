import { sql } from 'kysely';
import { z } from 'zod';
import { view } from '../../foundation/api/define.ts';
import { grantsOf } from '../../foundation/identity/define.ts';
import type { Compute } from '../../foundation/registers/define.ts';
import { informant, informants } from './informant.register.ts';
import { INFORMANT_CHECKS } from './informant-checks.rules.ts';

/** What is due, by the rule in force today; the day is Beijing's. */
export const gaps: Compute = (ctx) => {
  const { checkMonths, trainingMonths } = ctx.rules(INFORMANT_CHECKS).values;
  const since = (months: number) =>
    sql`((${ctx.now}::timestamptz at time zone 'Asia/Shanghai')::date - make_interval(months => ${months}))`;
  return sql`array_remove(array[
    case when r.checked_on is null or r.checked_on < ${since(checkMonths)} then 'check' end,
    case when r.trained_on is null or r.trained_on < ${since(trainingMonths)} then 'training' end], null)`;
};

const vacancy = z.object({ unitId: z.string(), name: z.string(), lacks: z.array(z.enum(['a', 'b'])) });

/** Communities within the viewer's reach that lack their A or their B. */
export const vacancies = view('informants.vacancies', {
  label: { zh: '信息员空缺', en: 'Vacant posts of informants' },
  may: informants.read,
  input: z.object({}),
  output: z.object({ communities: z.number(), items: z.array(vacancy) }),
  reads: [informant],
  async run(ctx) {
    const grants = grantsOf(informants.read, ctx.viewer.hats);
    const isAll = ctx.viewer.isSystem || grants.some(({ scope }) => scope === 'all');
    const within = isAll ? ['%'] : grants.map(({ hat }) => `${hat.unit.areaCode}%`);
    const rows = await ctx.rows<{ unitId: string; name: string; hasA: boolean; hasB: boolean }>(sql`
      select u.id as unit_id, u.name, coalesce(bool_or(i.post = 'a'), false) as has_a, coalesce(bool_or(i.post = 'b'), false) as has_b
      from unit u left join ${ctx.visible(informant)} i on i.unit_id = u.id and i.state = 'active'
      where u.kind = 'community' and (u.valid_to is null or u.valid_to > ${ctx.now}) and u.area_code like any(${within}::text[])
      group by u.id, u.name, u.area_code order by u.area_code`);
    const items = rows.flatMap(({ unitId, name, hasA, hasB }) => {
      const lacks = [...(hasA ? [] : ['a' as const]), ...(hasB ? [] : ['b' as const])];
      return lacks.length > 0 ? [{ unitId, name, lacks }] : [];
    });
    return { communities: rows.length, items };
  },
});
