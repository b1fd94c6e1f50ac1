import { type RawBuilder, sql } from 'kysely';
import type { ReadContext } from '../../foundation/api/context.ts';
import type { Compute } from '../../foundation/registers/define.ts';
import { TEAM_READINESS } from './readiness.rules.ts';

const strength = sql`(select count(*)::int from team_member m where m.team_id = r.id and m.state = 'active')`;

/** Share of kinds of equipment of which as many are serviceable as the standard asks; nothing where none is listed. */
const equipmentRate = sql`(select (100 * count(*) filter (where e.serviceable >= e.standard_quantity) / nullif(count(*), 0))::int
  from team_equipment e where e.team_id = r.id and e.state = 'active')`;

const lastTrainedOn = sql`(select max(t.held_on) from team_training t where t.team_id = r.id and t.state = 'active')`;

function gaps(ctx: ReadContext): RawBuilder<unknown> {
  const { strengthShare, equipmentShare, trainedWithinDays } = ctx.rules(TEAM_READINESS).values;
  const today = sql`(${ctx.now}::timestamptz at time zone 'Asia/Shanghai')::date`;
  return sql`array_remove(array[
    case when 100 * ${strength} < ${strengthShare}::int * r.established_strength then 'people' end,
    case when coalesce(${equipmentRate}, 0) < ${equipmentShare}::int then 'equipment' end,
    case when coalesce(${lastTrainedOn}, date '1900-01-01') < ${today} - ${trainedWithinDays}::int then 'training' end,
    case when r.insured_to is null or r.insured_to < ${today} then 'insurance' end]::text[], null)`;
}

/** How the reckoned columns of a team come about, over the relation `r`. */
export const READINESS: Readonly<Record<string, Compute>> = {
  gaps,
  strength: () => strength,
  equipmentRate: () => equipmentRate,
  lastTrainedOn: () => lastTrainedOn,
};

/** The same for other questions about teams, over the relation `r`. */
export const teamReadiness = (ctx: ReadContext): { gaps: RawBuilder<unknown>; strength: RawBuilder<unknown> } => ({
  gaps: gaps(ctx),
  strength,
});
