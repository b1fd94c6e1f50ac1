import { sql } from 'kysely';
import { z } from 'zod';
import { defineAddressee } from '../../foundation/messaging/define.ts';

/** 触达终端管理员: whoever keeps a working endpoint of the area and has an account here; each is waited for. */
export const endpointKeeper = defineAddressee('endpoint_keeper', {
  label: { zh: '区域内触达终端管理员', en: 'Keepers of endpoints within an area' },
  answers: 'each',
  input: z.object({ areaCode: z.string().regex(/^\d{6,15}$/) }),
  async resolve(ctx, inputs) {
    const rows = await ctx.rows<{ areaCode: string; personId: string; unitId: string; name: string }>(sql`
      select distinct on (g.area_code, e.administrator_id) g.area_code, e.administrator_id as person_id,
        e.community_id as unit_id, e.name
      from unnest(${inputs.map(({ areaCode }) => areaCode)}::text[]) as g(area_code)
      join unit u on starts_with(u.area_code, g.area_code) join endpoint e on e.community_id = u.id
      where e.state = 'active' and e.administrator_id is not null
      order by g.area_code, e.administrator_id, e.name`);
    return inputs.map(({ areaCode }) =>
      rows
        .filter((row) => row.areaCode === areaCode)
        .map(({ personId, unitId, name }) => ({
          personId,
          unitId,
          reason: { zh: `${name}管理员`, en: `Administrator of ${name}` },
        })),
    );
  },
});
