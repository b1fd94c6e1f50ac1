import { sql } from 'kysely';
import { z } from 'zod';
import { ROLES, type Role } from '../../identity/define.ts';
import { defineAddressee } from '../define.ts';
import { given, isHeld, perInput } from './held.ts';

/** 区域内的某类人员: everybody who holds a post of the role in a unit of the area; each is waited for. */
export const roleInArea = defineAddressee('role_in_area', {
  label: { zh: '区域内某类人员', en: 'A role within an area' },
  answers: 'each',
  input: z.object({
    role: z.enum(Object.keys(ROLES) as [Role, ...Role[]]),
    areaCode: z.string().regex(/^\d{6,15}$/),
  }),
  async resolve(ctx, inputs) {
    const rows = await ctx.rows<{ index: number; personId: string; unitId: string; unit: string; role: Role }>(sql`
      select distinct on (g.index, a.person_id) g.index, a.person_id, u.id as unit_id, u.short_name as unit, t.role
      from ${given(
        inputs.map((one) => ({ role: one.role, area_code: one.areaCode })),
        'role text, area_code text',
      )}
      join unit u on starts_with(u.area_code, g.area_code) join post t on t.unit_id = u.id and t.role = g.role
      join appointment a on a.post_id = t.id and a.deputises_for is null
      where ${isHeld(ctx, 'a')} order by g.index, a.person_id, a.valid_from`);
    return perInput(inputs, rows, ({ personId, unitId, unit, role }) => ({
      personId,
      unitId,
      reason: { zh: `${unit}${ROLES[role].zh}`, en: `${ROLES[role].en}, ${unit}` },
    }));
  },
});
