import { sql } from 'kysely';
import type { ReadContext } from '../../foundation/api/context.ts';
import { isOnAt } from '../../preparedness/duty-shifts/index.ts';
import type { PlanAction } from '../../preparedness/plans/index.ts';

export interface ProposedAssignee {
  readonly unitId: string | null;
  readonly unitName: string | null;
  readonly personId: string | null;
  readonly personName: string | null;
  readonly postId: string | null;
  readonly postName: string | null;
}

export const NOBODY: ProposedAssignee = {
  unitId: null,
  unitName: null,
  personId: null,
  personName: null,
  postId: null,
  postName: null,
};

/**
 * Who an action goes to: the unit by the action's rule, in it the holder of the post that is named, or of the role today. Whoever is on duty by
 * the roster comes first, the head of a post before deputies. A post that nobody holds is shown as a gap, never filled silently.
 */
export async function assigneesOf(
  ctx: ReadContext,
  actions: readonly Pick<PlanAction, 'id' | 'role' | 'unitRule' | 'unitId' | 'postId'>[],
  areaCode: string,
): Promise<Map<string, ProposedAssignee>> {
  const wanted = actions.map((action) => ({
    action: action.id,
    role: action.role,
    unit_id: action.unitRule === 'named' ? action.unitId : null,
    post_id: action.unitRule === 'named' ? action.postId : null,
  }));
  const rows = await ctx.rows<ProposedAssignee & { action: string }>(sql`
    select distinct on (w.action) w.action, u.id as unit_id, u.short_name as unit_name, h.person_id, h.person_name,
      h.post_id, h.post_name
    from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as w(action uuid, role text, unit_id uuid, post_id uuid)
    join unit u on u.id = w.unit_id
      or (w.unit_id is null and u.kind = 'street_office' and u.area_code = left(${areaCode}, 9))
    left join lateral (
      select p.id as person_id, p.name as person_name, t.id as post_id, t.name as post_name
      from post t join appointment a on a.post_id = t.id join person p on p.id = a.person_id
      where t.unit_id = u.id and (t.id = w.post_id or (w.post_id is null and t.role = w.role)) and a.valid_from <= ${ctx.now}
        and (a.valid_to is null or a.valid_to > ${ctx.now})
      order by exists (select 1 from duty_shift s where s.unit_id = u.id and s.person_id = a.person_id and ${isOnAt(ctx.now)}) desc,
        a.deputises_for is not null, a.valid_from, a.id limit 1) h on true
    order by w.action, h.person_id is null`);
  const found = new Map(rows.map(({ action, ...assignee }) => [action, assignee]));
  return new Map(actions.map((action) => [action.id, found.get(action.id) ?? NOBODY]));
}
