import { sql } from 'kysely';
import { z } from 'zod';
import { view } from '../../foundation/api/define.ts';
import { idInput } from '../../foundation/registers/types/reference.type.ts';
import { readRollCall, readRollCallAnswer } from './roll-call.permissions.ts';
import { ROLL_CALL_KINDS, ROLL_CALL_MODES, rollCall } from './roll-call.register.ts';
import { rollCallAnswer } from './roll-call-answer.register.ts';

const state = z.enum(['waiting', 'on_time', 'late', 'no_answer', 'not_at_post', 'excused']);
const call = z.object({
  id: z.string(),
  number: z.string(),
  title: z.string(),
  state: z.enum(['open', 'closed']),
  mark: z.enum(['real', 'drill', 'test']),
  callKind: z.enum(ROLL_CALL_KINDS.map(({ id }) => id)),
  callMode: z.enum(ROLL_CALL_MODES.map(({ id }) => id)),
  calledAt: z.date(),
  closesAt: z.date(),
  closedAt: z.date().nullable(),
  called: z.number(),
  onTime: z.number(),
  silent: z.number(),
});
type Call = z.input<typeof call>;

const COUNTS = sql`(select count(*)::int from roll_call_answer a where a.roll_call_id = c.id) as called,
  (select count(*)::int from roll_call_answer a where a.roll_call_id = c.id and a.state = 'on_time') as on_time,
  (select count(*)::int from roll_call_answer a where a.roll_call_id = c.id and a.state in ('waiting', 'no_answer')) as silent`;
const CALL = sql`c.id, c.number, c.title, c.state, c.mark, c.call_kind, c.call_mode, c.called_at, c.closes_at, c.closed_at, ${COUNTS}`;

/** 点名: the latest first, each with how many answered in time. */
export const list = view('rollCalls.list', {
  label: { zh: '点名列表', en: 'Roll calls' },
  may: readRollCall,
  input: z.object({}),
  output: z.object({ items: z.array(call) }),
  reads: [rollCall, rollCallAnswer],
  async run(ctx) {
    const items = await ctx.rows<Call>(
      sql`select ${CALL} from ${ctx.visible(rollCall)} c order by c.called_at desc, c.id limit 300`,
    );
    return { items };
  },
});

const line = z.object({
  id: z.string(),
  version: z.number(),
  state,
  unitId: z.string(),
  unitName: z.string(),
  unitKind: z.string(),
  personName: z.string().nullable(),
  answeredByName: z.string().nullable(),
  isOnDuty: z.boolean(),
  answeredAt: z.date().nullable(),
  /** Seconds from the call to the answer. */
  seconds: z.number().nullable(),
  note: z.string().nullable(),
  orderId: z.string().nullable(),
});
type Line = z.input<typeof line>;

/** The live board of one roll call: who has answered, who not; the silent first. */
export const record = view('rollCalls.record', {
  label: { zh: '点名', en: 'Roll call' },
  may: readRollCall,
  input: z.object({ id: idInput }),
  output: call.extend({ answers: z.array(line) }),
  reads: [rollCall, rollCallAnswer],
  async run(ctx, { id }) {
    await ctx.record(rollCall, id);
    const head = (await ctx.row<Call>(sql`select ${CALL} from roll_call c where c.id = ${id}`)) as Call;
    const answers = await ctx.rows<Line>(sql`
      select a.id, a.version, a.state, a.unit_id, u.short_name as unit_name, u.kind as unit_kind, p.name as person_name,
        b.name as answered_by_name, a.is_on_duty, a.answered_at, a.note, a.order_id,
        round(extract(epoch from a.answered_at - a.called_at))::int as seconds
      from roll_call_answer a join unit u on u.id = a.unit_id left join person p on p.id = a.person_id
        left join person b on b.id = a.answered_by_id
      where a.roll_call_id = ${id}
      order by array_position(array['no_answer', 'not_at_post', 'waiting', 'late', 'excused', 'on_time'], a.state), u.path, p.name`);
    return { ...head, answers };
  },
});

const mineItem = z.object({
  id: z.string(),
  version: z.number(),
  state,
  number: z.string(),
  title: z.string(),
  mark: z.enum(['real', 'drill', 'test']),
  unitName: z.string(),
  calledAt: z.date(),
  closesAt: z.date(),
  answeredAt: z.date().nullable(),
});

/** 待应答 of one's own units: what waits for one tap, and one call by its id. */
export const mine = view('rollCalls.mine', {
  label: { zh: '待应答点名', en: 'Roll calls to answer' },
  may: readRollCallAnswer,
  input: z.object({ answerId: idInput.optional() }),
  output: z.object({ items: z.array(mineItem) }),
  reads: [rollCall, rollCallAnswer],
  async run(ctx, { answerId }) {
    const units = ctx.viewer.hats.map(({ unit }) => unit.id);
    const own = sql`(a.person_id = ${ctx.viewer.personId} or a.unit_id = any(${units}::uuid[]))`;
    const items = await ctx.rows<z.input<typeof mineItem>>(sql`
      select a.id, a.version, a.state, c.number, c.title, a.mark, u.short_name as unit_name, a.called_at, c.closes_at, a.answered_at
      from ${ctx.visible(rollCallAnswer)} a join roll_call c on c.id = a.roll_call_id join unit u on u.id = a.unit_id
      where ${
        answerId
          ? sql`a.id = ${answerId}`
          : sql`${own} and a.state in ('waiting', 'no_answer') and c.call_mode in ('app', 'voice')
        and a.called_at > ${ctx.now}::timestamptz - interval '1 day'`
      }
      order by a.called_at desc limit 20`);
    return { items };
  },
});
