import { sql } from 'kysely';
import { z } from 'zod';
import { view } from '../../foundation/api/define.ts';
import { idInput } from '../../foundation/registers/types/reference.type.ts';
import { problem } from '../../kernel/problems.ts';
import { DUTY_KINDS, type DutyKind } from '../duty-posts/duty-post.register.ts';
import { readGap } from './duty-gap.permissions.ts';
import { dutyGap } from './duty-gap.register.ts';

const item = z.object({
  id: z.string(),
  number: z.string(),
  version: z.number(),
  state: z.enum(['open', 'filled', 'explained']),
  unitId: z.string(),
  unitName: z.string(),
  dutyKind: z.enum(DUTY_KINDS.map(({ id }) => id) as [DutyKind, ...DutyKind[]]),
  startsAt: z.date(),
  endsAt: z.date(),
  missing: z.number(),
  toldName: z.string().nullable(),
  endedAt: z.date().nullable(),
  explanation: z.string().nullable(),
});
const ITEM = sql`g.id, g.number, g.version, g.state, g.unit_id, u.short_name as unit_name, g.duty_kind, g.starts_at, g.ends_at,
  g.missing, p.name as told_name, g.ended_at, g.explanation`;
const NAMES = sql`join unit u on u.id = g.unit_id left join person p on p.id = g.told_id`;

/** 值班空缺: those that are open first. */
export const list = view('dutyGaps.list', {
  label: { zh: '值班空缺列表', en: 'Empty posts' },
  may: readGap,
  input: z.object({ isOpen: z.boolean().optional() }),
  output: z.object({ items: z.array(item) }),
  reads: [dutyGap],
  async run(ctx, { isOpen }) {
    const items = await ctx.rows<z.input<typeof item>>(sql`select ${ITEM} from ${ctx.visible(dutyGap)} g ${NAMES}
      where (${isOpen ?? null}::boolean is null or (g.state = 'open') = ${isOpen ?? null}::boolean)
      order by (g.state <> 'open'), g.starts_at desc, g.id limit 300`);
    return { items };
  },
});

export const record = view('dutyGaps.record', {
  label: { zh: '值班空缺', en: 'Empty post' },
  may: readGap,
  input: z.object({ id: idInput }),
  output: item,
  reads: [dutyGap],
  async run(ctx, { id }) {
    const found = await ctx.row<z.input<typeof item>>(
      sql`select ${ITEM} from ${ctx.visible(dutyGap)} g ${NAMES} where g.id = ${id}`,
    );
    if (!found) throw problem('record.unknown', {}, 'id');
    return found;
  },
});
