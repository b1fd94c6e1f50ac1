import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import type { ReadContext } from '../../foundation/api/context.ts';
import { view } from '../../foundation/api/define.ts';
import { grantsOf } from '../../foundation/identity/define.ts';
import { idInput } from '../../foundation/registers/types/reference.type.ts';
import { incident } from '../incidents/incident.register.ts';
import { readIncident } from '../incidents/index.ts';
import { departmentAnswer } from './department-answer.register.ts';
import { answerWhistle, blowWhistle, countWhistles, readWhistle } from './street-whistle.permissions.ts';
import { streetWhistle } from './street-whistle.register.ts';
import { tallyOf } from './street-whistle.rules.ts';

const answer = z.object({
  id: z.string(),
  version: z.number(),
  unitId: z.string(),
  unitName: z.string(),
  state: z.enum(['called', 'answered', 'rated', 'withdrawn']),
  answerDueAt: z.date(),
  answeredAt: z.date().nullable(),
  answeredBy: z.string().nullable(),
  measures: z.string().nullable(),
  escalatedAt: z.date().nullable(),
  presence: z.string().nullable(),
  solved: z.string().nullable(),
  satisfaction: z.string().nullable(),
  remark: z.string().nullable(),
  /** `answer`, `rate`: what the viewer may do with it now. */
  may: z.array(z.string()),
});
type Answer = Omit<z.input<typeof answer>, 'may'>;

const whistle = z.object({
  id: z.string(),
  version: z.number(),
  number: z.string(),
  title: z.string(),
  content: z.string(),
  priority: z.enum(['extra_urgent', 'urgent', 'normal']),
  mark: z.enum(['real', 'drill', 'test']),
  state: z.enum(['blown', 'closed', 'withdrawn']),
  placeText: z.string(),
  streetName: z.string(),
  blownAt: z.date(),
  answerDueAt: z.date(),
  reason: z.string().nullable(),
  /** The incident it was blown for, as far as the viewer sees it. */
  incident: z.object({ id: z.string(), number: z.string(), title: z.string() }).nullable(),
  answers: z.array(answer),
  mayWithdraw: z.boolean(),
});

type Row = Omit<z.input<typeof whistle>, 'answers' | 'mayWithdraw'> & { ownerUnitPath: string };

/** Whistles with the answers of their departments, newest first; who still owes an answer stands before who does not. */
async function whistlesOf(ctx: ReadContext, where: RawBuilder<unknown>, limit: number) {
  const rows = await ctx.rows<Row>(sql`
    select w.id, w.version, w.number, w.title, w.content, w.priority, w.mark, w.state, w.place_text, w.blown_at, w.answer_due_at,
      w.reason, w.owner_unit_path, coalesce(u.short_name, '') as street_name,
      case when i.id is not null then jsonb_build_object('id', i.id, 'number', i.number, 'title', i.title) end as incident
    from ${ctx.visible(streetWhistle, readWhistle)} w left join unit u on u.id = w.owner_unit_id
    ${ctx.holds(readIncident) ? sql`left join ${ctx.visible(incident, readIncident)} i` : sql`left join incident i`}
      on i.id = w.incident_id and ${ctx.holds(readIncident)}
    where ${where} order by w.blown_at desc, w.id desc limit ${limit}`);
  const ids = rows.map(({ id }) => id);
  // Whoever sees a whistle sees who answers it: departments come together at one place.
  const answers = await ctx.rows<Answer & { whistleId: string; unitPath: string }>(sql`
    select a.whistle_id, a.id, a.version, a.unit_id, u.short_name as unit_name, u.path as unit_path, a.state, a.answer_due_at,
      a.answered_at, p.name as answered_by, a.measures, a.escalated_at, a.presence, a.solved, a.satisfaction, a.remark
    from department_answer a join unit u on u.id = a.unit_id left join person p on p.id = a.answered_by_id
    where a.whistle_id = any(${ids}::uuid[]) order by a.answered_at nulls first, u.path`);
  return rows.map(({ ownerUnitPath, ...row }) => {
    const isOwn = within(ctx, blowWhistle, ownerUnitPath);
    const own = answers.filter(({ whistleId }) => whistleId === row.id);
    return {
      ...row,
      number: row.number ?? '',
      mayWithdraw: isOwn && row.state === 'blown',
      answers: own.map(({ whistleId: _id, unitPath, ...one }) => ({
        ...one,
        may: [
          ...(one.state === 'called' && within(ctx, answerWhistle, unitPath) ? ['answer'] : []),
          ...(isOwn && ['called', 'answered'].includes(one.state) ? ['rate'] : []),
        ],
      })),
    };
  });
}

const within = (ctx: ReadContext, permission: typeof blowWhistle | typeof answerWhistle, path: string): boolean =>
  grantsOf(permission, ctx.viewer.hats).some(({ hat }) => path.startsWith(hat.unit.path));

/** 吹哨台: what a street has blown, what a department is called to, or all of the district. */
export const list = view('streetWhistles.list', {
  label: { zh: '吹哨', en: 'Whistles' },
  may: readWhistle,
  input: z.object({
    isOpen: z.boolean().optional(),
    incidentId: idInput.optional(),
    /** Only those that wait for an answer of the viewer's. */ isMine: z.boolean().default(false),
    limit: z.number().int().min(1).max(500).default(200),
  }),
  output: z.object({ now: z.date(), items: z.array(whistle) }),
  reads: [streetWhistle, departmentAnswer],
  async run(ctx, { isOpen, incidentId, isMine, limit }) {
    const where = sql`(${isOpen ?? null}::boolean is null or (w.state = 'blown') = ${isOpen ?? null}::boolean)
      and (${incidentId ?? null}::uuid is null or w.incident_id = ${incidentId ?? null}::uuid)`;
    const items = await whistlesOf(ctx, where, limit);
    const isWaiting = ({ answers }: (typeof items)[number]) => answers.some(({ may }) => may.includes('answer'));
    return { now: ctx.now, items: isMine ? items.filter(isWaiting) : items };
  },
});

export const record = view('streetWhistles.record', {
  label: { zh: '吹哨', en: 'Whistle' },
  may: readWhistle,
  input: z.object({ id: idInput }),
  output: whistle,
  reads: [streetWhistle, departmentAnswer],
  async run(ctx, { id }) {
    await ctx.record(streetWhistle, id);
    const [one] = await whistlesOf(ctx, sql`w.id = ${id}`, 1);
    return one as NonNullable<typeof one>;
  },
});

const tally = z.object({
  unitId: z.string(),
  unitName: z.string(),
  called: z.number(),
  inTime: z.number(),
  late: z.number(),
  silent: z.number(),
  rated: z.number(),
  present: z.number(),
  solved: z.number(),
  satisfied: z.number(),
});

/** 吹哨报到统计: by department, over a span of days (Beijing); drills and withdrawn whistles are not counted. */
export const statistics = view('streetWhistles.statistics', {
  label: { zh: '吹哨报到统计', en: 'Whistles and answers' },
  may: countWhistles,
  input: z.object({ from: z.iso.date().optional(), to: z.iso.date().optional() }),
  output: z.object({ whistles: z.number(), items: z.array(tally) }),
  reads: [streetWhistle, departmentAnswer],
  async run(ctx, { from, to }) {
    const since = from ? new Date(`${from}T00:00:00+08:00`) : new Date(0);
    const until = to ? new Date(Date.parse(`${to}T00:00:00+08:00`) + 86_400_000) : ctx.now;
    const rows = await ctx.rows<Answer & { whistleId: string }>(sql`
      select a.whistle_id, a.unit_id, u.short_name as unit_name, a.answer_due_at, a.answered_at, a.presence, a.solved,
        a.satisfaction
      from ${ctx.visible(departmentAnswer)} a join street_whistle w on w.id = a.whistle_id join unit u on u.id = a.unit_id
      where a.state <> 'withdrawn' and w.mark = 'real' and w.blown_at >= ${since}::timestamptz
        and w.blown_at <= ${until}::timestamptz order by u.path`);
    const units = new Map<string, typeof rows>();
    for (const row of rows) units.set(row.unitId, [...(units.get(row.unitId) ?? []), row]);
    const items = [...units].map(([unitId, own]) => ({
      unitId,
      unitName: own[0]?.unitName ?? '',
      ...tallyOf(own, ctx.now),
    }));
    return { whistles: new Set(rows.map(({ whistleId }) => whistleId)).size, items };
  },
});
