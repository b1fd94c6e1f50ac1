import { sql } from 'kysely';
import { z } from 'zod';
import type { ReadContext } from '../api/context.ts';
import { view } from '../api/define.ts';
import type { RowOf } from '../registers/define.ts';
import { labelOf } from '../registers/types/choice.type.ts';
import { idInput } from '../registers/types/reference.type.ts';
import { ladderRulesOf } from './ladder/climb.ts';
import { LADDER_STATE_NAMES, rungsFor } from './ladder/ladder.rules.ts';
import { followMessage, readMessage } from './message.permissions.ts';
import { message } from './message.register.ts';
import { DELIVERY_STATES, marked } from './message.rules.ts';
import { MEANINGS } from './replies/reply.rules.ts';

const phrase = z.object({ zh: z.string(), en: z.string() });
const ladderState = z.enum(LADDER_STATE_NAMES);
const who = z.enum(['addressee', 'deputy', 'duty_room', 'human']);

const asked = z.object({
  personId: z.string(),
  name: z.string(),
  who,
  /** Why this person. */
  reason: phrase,
  askedAt: z.date(),
  deliveries: z.array(
    z.object({
      channel: z.string(),
      round: z.number(),
      state: z.enum(DELIVERY_STATES),
      attempts: z.number(),
      lastError: z.string().nullable(),
      /** Who took it, as whoever told it by hand wrote down, and who that was. */
      receipt: z.string().nullable(),
      enteredBy: z.string().nullable(),
      sentAt: z.date().nullable(),
      deliveredAt: z.date().nullable(),
      readAt: z.date().nullable(),
    }),
  ),
  /** In order; the last one counts. */
  answers: z.array(z.object({ label: phrase, at: z.date() })),
  /** What they wrote back, as it was understood. */
  replies: z.array(z.object({ id: z.string(), label: phrase, at: z.date() })),
});

export const ladder = z.object({
  id: z.string(),
  /** What the addressee is: a person, a post, a duty room … */
  label: phrase,
  state: ladderState,
  rung: z.number(),
  rungs: z.number(),
  /** Who is asked now, or was last. */
  who,
  nextAt: z.date().nullable(),
  human: z.string().nullable(),
  endedBy: z.string().nullable(),
  endedAt: z.date().nullable(),
  people: z.array(asked),
});

interface LadderRow {
  id: string;
  kind: string;
  state: z.input<typeof ladderState>;
  rung: number;
  nextAt: Date | null;
  human: string | null;
  endedBy: string | null;
  endedAt: Date | null;
}

/** 消息送达: who was asked on which step, by which channel, when, what they answered, and with whom it is now. */
export const record = view('messages.record', {
  label: { zh: '消息送达', en: 'Delivery of a message' },
  may: followMessage,
  input: z.object({ id: idInput }),
  output: z.object({
    id: z.string(),
    heading: phrase,
    /** Only for those who may read it: following up a message is not reading it. */
    text: phrase.nullable(),
    mark: z.enum(['real', 'drill', 'test']),
    priority: z.enum(['extra_urgent', 'urgent', 'normal']),
    asks: z.enum(['nothing', 'receipt', 'answer', 'deed']),
    sentAt: z.date(),
    senderName: z.string(),
    subject: z.object({ register: z.string(), id: z.string() }).nullable(),
    /** How many addressees' people chose it, by their last answer. */
    choices: z.array(z.object({ id: z.string(), label: phrase, count: z.number() })),
    ladders: z.array(ladder),
  }),
  reads: [message],
  async run(ctx, { id }) {
    const row = await ctx.record(message, id);
    const mayRead = await ctx.maySee('message', id);
    const sender = await ctx.row<{ name: string }>(sql`select name from person where id = ${row.createdBy}`);
    const choices = await ctx.rows<{ id: string; zh: string; en: string; count: number }>(sql`
      select c.id, c.label_zh as zh, c.label_en as en, count(a.person_id)::int as count
      from message_choice c left join (select distinct on (person_id) person_id, choice from message_answer
        where message_id = ${id} order by person_id, answered_at desc, id desc) a on a.choice = c.id
      where c.message_id = ${id} group by c.id, c.label_zh, c.label_en, c.place order by c.place`);
    return {
      id,
      heading: marked(row.mark, { zh: row.headingZh, en: row.headingEn }),
      text: mayRead && row.textZh ? { zh: row.textZh, en: row.textEn ?? row.textZh } : null,
      mark: row.mark,
      priority: row.priority,
      asks: row.asks,
      sentAt: row.sentAt,
      senderName: sender?.name ?? '系统',
      subject: row.subjectRegister && row.subjectId ? { register: row.subjectRegister, id: row.subjectId } : null,
      choices: choices.map(({ zh, en, ...one }) => ({ ...one, label: { zh, en } })),
      ladders: await laddersOf(ctx, row),
    };
  },
});

export async function laddersOf(ctx: ReadContext, row: RowOf<typeof message>): Promise<z.input<typeof ladder>[]> {
  const rungs = rungsFor(row, ctx.rules(ladderRulesOf(ctx, row), row.sentAt).values).length;
  const ladders = await ctx.rows<LadderRow>(sql`
    select l.id, l.kind, l.state, l.rung, l.next_at, h.name as human, e.name as ended_by, l.ended_at
    from ladder l left join person h on h.id = l.human_id left join person e on e.id = l.ended_by
    where l.message_id = ${row.id}
    order by array_position(array['with_human', 'climbing'], l.state) nulls last, l.next_at, l.id limit 500`);
  const people = await peopleOn(ctx, row.id);
  return ladders.map(({ kind, ...one }) => {
    const all = people.get(one.id) ?? [];
    return {
      ...one,
      rungs,
      label: ctx.catalogue.addressees.get(kind)?.label ?? { zh: kind, en: kind },
      who: one.state === 'with_human' ? 'human' : (all.at(-1)?.who ?? 'addressee'),
      people: all,
    };
  });
}

async function peopleOn(ctx: ReadContext, messageId: string): Promise<Map<string, z.input<typeof asked>[]>> {
  type Delivery = z.input<typeof asked>['deliveries'][number] & { personId: string };
  const deliveries = await ctx.rows<Delivery>(sql`
    select d.person_id, d.channel, d.round, d.state, d.attempts, d.last_error, d.sent_at, d.delivered_at, d.read_at,
      case when d.entered_by is not null then d.receipt end as receipt, e.name as entered_by
    from delivery d left join person e on e.id = d.entered_by where d.message_id = ${messageId} order by d.queued_at, d.channel`);
  const answers = await ctx.rows<{ personId: string; zh: string; en: string; at: Date }>(sql`
    select a.person_id, c.label_zh as zh, c.label_en as en, a.answered_at as at
    from message_answer a join message_choice c on c.message_id = a.message_id and c.id = a.choice
    where a.message_id = ${messageId} order by a.answered_at, a.id`);
  const replies = await ctx.rows<{ id: string; personId: string; meaning: string; at: Date }>(sql`
    select id, person_id, meaning, heard_at as at from message_reply where message_id = ${messageId} order by heard_at, id`);
  const rows = await ctx.rows<{
    ladderId: string;
    personId: string;
    name: string;
    who: z.input<typeof who>;
    reasonZh: string;
    reasonEn: string;
    askedAt: Date;
  }>(sql`
    select p.ladder_id, p.person_id, n.name, p.who, p.reason_zh, p.reason_en, p.asked_at
    from ladder l join ladder_person p on p.ladder_id = l.id join person n on n.id = p.person_id
    where l.message_id = ${messageId} order by p.ladder_id, p.rung, p.asked_at, n.name`);
  const lettersTo = Map.groupBy(deliveries, (one) => one.personId);
  const answersOf = Map.groupBy(answers, (one) => one.personId);
  const repliesOf = Map.groupBy(replies, (one) => one.personId);
  const found = new Map<string, z.input<typeof asked>[]>();
  for (const { ladderId, reasonZh, reasonEn, ...one } of rows) {
    const list = found.get(ladderId) ?? [];
    found.set(ladderId, list);
    list.push({
      ...one,
      reason: { zh: reasonZh, en: reasonEn },
      deliveries: (lettersTo.get(one.personId) ?? []).map(({ personId: _, ...letter }) => letter),
      answers: (answersOf.get(one.personId) ?? []).map(({ zh, en, at }) => ({ label: { zh, en }, at })),
      replies: (repliesOf.get(one.personId) ?? []).map(({ id, meaning, at }) => ({
        id,
        label: labelOf(MEANINGS, meaning),
        at,
      })),
    });
  }
  return found;
}

/** Messages that the viewer or the viewer's room has sent, those that still wait for somebody first. */
export const sent = view('messages.sent', {
  label: { zh: '已发消息', en: 'Messages sent' },
  may: readMessage,
  input: z.object({ limit: z.number().int().min(1).max(200).default(50) }),
  output: z.object({
    items: z.array(
      z.object({
        id: z.string(),
        heading: phrase,
        sentAt: z.date(),
        asks: z.enum(['nothing', 'receipt', 'answer', 'deed']),
        addressees: z.number(),
        settled: z.number(),
        withHuman: z.number(),
      }),
    ),
  }),
  reads: [message],
  async run(ctx, { limit }) {
    const units = ctx.viewer.hats.map((hat) => hat.unit.id);
    const rows = await ctx.rows<{
      id: string;
      headingZh: string;
      headingEn: string;
      mark: 'real' | 'drill' | 'test';
      sentAt: Date;
      asks: 'nothing' | 'receipt' | 'answer' | 'deed';
      addressees: number;
      settled: number;
      withHuman: number;
    }>(sql`
      select m.id, m.heading_zh, m.heading_en, m.mark, m.sent_at, m.asks, l.addressees, l.settled, l.with_human
      from ${ctx.visible(message)} m cross join lateral (
        select count(*)::int as addressees, count(*) filter (where state in ('confirmed', 'taken_over', 'stopped'))::int as settled,
          count(*) filter (where state = 'with_human')::int as with_human
        from ladder where message_id = m.id) l
      where m.created_by = ${ctx.viewer.personId} or m.owner_unit_id = any(${units}::uuid[])
      order by l.with_human > 0 desc, m.sent_at desc, m.id limit ${limit}`);
    return {
      items: rows.map(({ headingZh, headingEn, mark, ...one }) => ({
        ...one,
        heading: marked(mark, { zh: headingZh, en: headingEn }),
      })),
    };
  },
});

export interface Unanswered {
  ladderId: string;
  messageId: string;
  headingZh: string;
  headingEn: string;
  mark: 'real' | 'drill' | 'test';
  subjectRegister: string | null;
  subjectId: string | null;
  since: Date;
  human: string;
  isMine: boolean;
}

/** Messages that nobody answered and a named human has, as far as the viewer may follow them: work that stays open. */
export function unanswered(ctx: ReadContext, limit = 200): Promise<Unanswered[]> {
  return ctx.rows<Unanswered>(sql`
    select l.id as ladder_id, m.id as message_id, m.heading_zh, m.heading_en, m.mark, m.subject_register, m.subject_id,
      coalesce(p.asked_at, l.started_at) as since, h.name as human, l.human_id = ${ctx.viewer.personId}::uuid as is_mine
    from ladder l join ${ctx.visible(message, followMessage)} m on m.id = l.message_id
    join person h on h.id = l.human_id
    left join ladder_person p on p.ladder_id = l.id and p.person_id = l.human_id
    where l.state = 'with_human' order by since, l.id limit ${limit}`);
}
