import { sql } from 'kysely';
import { z } from 'zod';
import { view } from '../../foundation/api/define.ts';
import { clock } from '../../foundation/clocks/index.ts';
import { message } from '../../foundation/messaging/index.ts';
import { assignment } from '../../foundation/orders/index.ts';
import { idInput } from '../../foundation/registers/types/reference.type.ts';
import { dutyLogEntry } from '../../preparedness/duty-logs/duty-log-entry.register.ts';
import { dutyShift } from '../../preparedness/duty-shifts/duty-shift.register.ts';
import { incident } from '../incidents/incident.register.ts';
import { intake } from '../intake/intake.register.ts';
import type { OpenMatters } from './open-matters.rules.ts';
import { openMattersOf } from './open-matters.views.ts';
import { readHandover } from './shift-handover.permissions.ts';
import { shiftHandover } from './shift-handover.register.ts';

const item = z.object({
  id: z.string(),
  number: z.string(),
  version: z.number(),
  state: z.enum(['pending', 'handed', 'taken', 'refused']),
  unitId: z.string(),
  unitName: z.string(),
  giverId: z.string(),
  giverName: z.string(),
  takerId: z.string().nullable(),
  takerName: z.string().nullable(),
  createdAt: z.date(),
  handedAt: z.date().nullable(),
  takenAt: z.date().nullable(),
});
type Item = z.input<typeof item>;

const ITEM = sql`h.id, h.number, h.version, h.state, h.unit_id, u.short_name as unit_name, h.giver_id, g.name as giver_name,
  h.taker_id, t.name as taker_name, h.created_at, h.handed_at, h.taken_at`;
const NAMES = sql`join unit u on u.id = h.unit_id join person g on g.id = h.giver_id left join person t on t.id = h.taker_id`;

/** 交接班: what is to be signed first, then the latest. */
export const list = view('shiftHandovers.list', {
  label: { zh: '交接班列表', en: 'Hand-overs' },
  may: readHandover,
  input: z.object({ unitId: idInput.optional(), isOpen: z.boolean().optional() }),
  output: z.object({ items: z.array(item), mine: z.number() }),
  reads: [shiftHandover],
  async run(ctx, { unitId, isOpen }) {
    const items = await ctx.rows<Item>(sql`
      select ${ITEM} from ${ctx.visible(shiftHandover)} h ${NAMES}
      where (${unitId ?? null}::uuid is null or h.unit_id = ${unitId ?? null}::uuid)
        and (${isOpen ?? null}::boolean is null or (h.state <> 'taken') = ${isOpen ?? null}::boolean)
      order by (h.state = 'taken'), h.created_at desc limit 300`);
    const mine = items.filter(({ state, takerId }) => state === 'handed' && takerId === ctx.viewer.personId).length;
    return { items, mine };
  },
});

const matter = z.object({
  register: z.string(),
  plural: z.string(),
  id: z.string(),
  words: z.object({ zh: z.string(), en: z.string() }),
  who: z.string(),
  dueAt: z.string().nullable(),
});
const matters = z.array(matter);
const device = z.enum(['sound', 'faulty', 'none']).nullable();

const sheet = item.extend({
  videoConference: device,
  telephone: device,
  fax: device,
  radio: device,
  satellite: device,
  focus: z.string().nullable(),
  goods: z.string().nullable(),
  abnormal: z.string().nullable(),
  refusal: z.string().nullable(),
  /** As it stands now while the sheet is written, as it stood once it was handed. */
  openMatters: z.object({
    incidents: matters,
    reports: matters,
    orders: matters,
    clocks: matters,
    instructions: matters,
    messages: matters,
    log: matters,
  }),
  /** Whom the roster has for the next shift. */
  next: z.array(z.object({ personId: z.string(), name: z.string() })),
});

/** 交接班单: everything both sign. */
export const record = view('shiftHandovers.record', {
  label: { zh: '交接班单', en: 'Hand-over sheet' },
  may: readHandover,
  input: z.object({ id: idInput }),
  output: sheet,
  reads: [shiftHandover, incident, intake, assignment, clock, message, dutyLogEntry, dutyShift],
  async run(ctx, { id }) {
    const row = await ctx.record(shiftHandover, id);
    const names = (await ctx.row<Item>(sql`select ${ITEM} from shift_handover h ${NAMES} where h.id = ${id}`)) as Item;
    const unit = (await ctx.row<{ id: string; path: string }>(
      sql`select id, path from unit where id = ${row.unitId}`,
    )) as { id: string; path: string };
    const next = await ctx.rows<{ personId: string; name: string }>(sql`
      select p.id as person_id, p.name from duty_shift s join person p on p.id = s.person_id
      where s.unit_id = ${row.unitId} and s.state = 'published' and s.duty_kind <> 'leader' and s.person_id <> ${row.giverId}
        and s.ends_at > ${ctx.now}::timestamptz and s.starts_at < ${ctx.now}::timestamptz + interval '26 hours'
      group by p.id, p.name order by min(s.starts_at) desc, p.name limit 10`);
    const { videoConference, telephone, fax, radio, satellite, focus, goods, abnormal, refusal } = row;
    const isWritten = row.state === 'pending' || row.state === 'refused';
    const openMatters = isWritten ? await openMattersOf(ctx, unit) : (row.openMatters as OpenMatters);
    return {
      ...names,
      videoConference,
      telephone,
      fax,
      radio,
      satellite,
      focus,
      goods,
      abnormal,
      refusal,
      openMatters: openMatters as z.input<typeof sheet>['openMatters'],
      next,
    };
  },
});
