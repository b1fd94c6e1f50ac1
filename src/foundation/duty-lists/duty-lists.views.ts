import { sql } from 'kysely';
import { z } from 'zod';
import { dayText } from '../../kernel/calendar.ts';
import { view } from '../api/define.ts';
import { SIGNED_IN } from '../identity/define.ts';
import { idInput } from '../registers/types/reference.type.ts';
import { dutyList } from './duty-list.register.ts';

const entry = z.object({
  id: z.string(),
  version: z.number(),
  duty: z.string(),
  source: z.string(),
  validFrom: z.string(),
  validTo: z.string().nullable(),
  previousId: z.string().nullable(),
  recordedAt: z.date(),
  recordedBy: z.string(),
  holds: z.boolean(),
});

/** The duties of a unit on a day, and with `isWhole` those that came before and after. */
export const ofUnit = view('dutyLists.ofUnit', {
  label: { zh: '单位三定职责', en: 'Duties of a unit' },
  may: SIGNED_IN,
  input: z.object({ unitId: idInput, day: z.iso.date().optional(), isWhole: z.boolean().default(false) }),
  output: z.object({ day: z.string(), items: z.array(entry) }),
  reads: [dutyList],
  async run(ctx, { unitId, day = dayText(ctx.now), isWhole }) {
    const items = await ctx.rows<z.input<typeof entry>>(sql`
      select d.id, d.version, d.duty, d.source, d.valid_from, d.valid_to, d.previous_id, d.created_at as recorded_at,
        coalesce(p.name, '系统') as recorded_by,
        d.valid_from <= ${day}::date and (d.valid_to is null or d.valid_to >= ${day}::date) as holds
      from ${ctx.visible(dutyList)} d left join person p on p.id = d.created_by
      where d.unit_id = ${unitId}
        and (${isWhole} or (d.valid_from <= ${day}::date and (d.valid_to is null or d.valid_to >= ${day}::date)))
      order by holds desc, d.valid_from, d.created_at, d.id`);
    return { day, items };
  },
});
