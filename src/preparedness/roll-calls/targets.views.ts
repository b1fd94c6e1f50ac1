import { sql } from 'kysely';
import { z } from 'zod';
import type { CommandContext } from '../../foundation/api/context.ts';
import { UNIT_KINDS } from '../../foundation/organisation/unit.register.ts';
import { idInput } from '../../foundation/registers/types/reference.type.ts';
import { isOnAt } from '../duty-shifts/index.ts';

/** Whom a roll call is held over: named units, kinds of units, or an area; those three narrow one another. */
export const scopeInput = z.object({
  unitIds: z.array(idInput).max(500).default([]),
  unitKinds: z
    .array(z.enum(UNIT_KINDS.map(({ id }) => id)))
    .max(20)
    .default([]),
  areaCode: z
    .string()
    .regex(/^\d{6,15}$/)
    .optional(),
  subject: z.enum(['duty', 'leader', 'grid_worker']).default('duty'),
});

export interface Target {
  readonly unitId: string;
  readonly unitName: string;
  readonly unitPath: string;
  readonly areaCode: string;
  readonly personId: string | null;
}

/** Units that keep duty, with whoever is on duty in each now; or the grid workers of the communities, each by name. */
export async function targetsOf(
  ctx: CommandContext,
  { unitIds, unitKinds, areaCode, subject }: z.output<typeof scopeInput>,
  isWithin: (path: string) => boolean,
): Promise<Target[]> {
  const chosen = sql`(${unitIds.length === 0} or u.id = any(${unitIds}::uuid[]))
    and (${unitKinds.length === 0} or u.kind = any(${unitKinds}::text[]))
    and (${areaCode ?? null}::text is null or starts_with(u.area_code, ${areaCode ?? ''}))
    and (u.valid_to is null or u.valid_to > ${ctx.now}::timestamptz)`;
  const unit = sql`u.id as unit_id, u.short_name as unit_name, u.path as unit_path, u.area_code`;
  const rows =
    subject === 'grid_worker'
      ? await ctx.rows<Target>(sql`
        select distinct on (u.path, a.person_id) ${unit}, a.person_id from unit u
        join post t on t.unit_id = u.id and t.role = 'grid_worker' join appointment a on a.post_id = t.id
        where ${chosen} and a.valid_from <= ${ctx.now}::timestamptz and (a.valid_to is null or a.valid_to > ${ctx.now}::timestamptz)
        order by u.path, a.person_id`)
      : await ctx.rows<Target>(sql`
        select ${unit}, s.person_id from unit u
        left join lateral (select s.person_id from duty_shift s where s.unit_id = u.id and s.person_id is not null and ${isOnAt(ctx.now)}
          and ${subject === 'leader' ? sql`s.duty_kind = 'leader'` : sql`s.duty_kind <> 'driver'`}
          order by array_position(array['officer', 'chief', 'leader'], s.duty_kind), s.seat limit 1) s on true
        where ${chosen} and (u.id = any(${unitIds}::uuid[])
          or exists (select 1 from duty_post p where p.unit_id = u.id and p.state = 'active'))
        order by u.path`);
  return rows.filter(({ unitPath }) => isWithin(unitPath));
}
