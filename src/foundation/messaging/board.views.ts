import { sql } from 'kysely';
import { z } from 'zod';
import type { ReadContext } from '../api/context.ts';
import { labelOf } from '../registers/types/choice.type.ts';
import { CHANNEL_CHOICES } from './channels/names.rules.ts';
import { LADDER_STATE_NAMES } from './ladder/ladder.rules.ts';

const phrase = z.object({ zh: z.string(), en: z.string() });

/** How far it has come with one addressee, the best of everybody who was asked for them. */
const REACHES = ['waiting', 'handed_over', 'delivered', 'read', 'answered', 'failed'] as const;

const line = z.object({
  id: z.string(),
  label: phrase,
  /** Everybody asked so far, the first before the next. */
  people: z.array(z.object({ personId: z.string(), name: z.string(), unitName: z.string(), reason: phrase })),
  reach: z.enum(REACHES),
  state: z.enum(LADDER_STATE_NAMES),
  who: z.enum(['addressee', 'deputy', 'duty_room', 'human']),
  nextAt: z.date().nullable(),
  human: z.string().nullable(),
  endedBy: z.string().nullable(),
  endedAt: z.date().nullable(),
  /** The last answer in words; nothing where none was given. */
  answer: phrase.nullable(),
  channels: z.array(phrase),
  /** What those who telephoned or went there say: who took it, or why nobody did. */
  told: z.array(z.object({ channel: phrase, words: z.string(), by: z.string(), at: z.date() })),
  /** People whose address does not work, or at which somebody else answers. */
  wrong: z.array(z.object({ personId: z.string(), name: z.string(), channel: z.string(), reason: z.string() })),
});

/** A board over one message: figures of all its addressees, and lines of those that are looked at. */
export const boardFields = {
  figures: z.object({
    addressees: z.number(),
    handedOver: z.number(),
    delivered: z.number(),
    read: z.number(),
    answered: z.number(),
    silent: z.number(),
    wrong: z.number(),
    withHuman: z.number(),
    settled: z.number(),
  }),
  choices: z.array(z.object({ id: z.string(), label: phrase, count: z.number() })),
  lines: z.array(line),
};
type Line = z.input<typeof line>;
type Figures = z.input<typeof boardFields.figures>;

interface Board {
  figures: Figures;
  choices: { id: string; label: { zh: string; en: string }; count: number }[];
  lines: Line[];
}

/** How many lines one look shows; the figures are over all. */
const MOST_LINES = 500;

/** Channels whose failure means that a person's own number or address is wrong; a closed door is none. */
const BY_NUMBER = ['sms', 'smtp'];
const WRONG = sql`(d.state = 'failed' and d.channel = any(${BY_NUMBER}::text[]))`;

/**
 * Every addressee of a message with how far it came: best delivery, last answer, a number that does not work. What somebody said
 * before they were asked for this addressee they said for another.
 */
const addressees = (messageId: string) => sql`(
  select l.id, l.kind, l.state, l.next_at, l.human_id, l.ended_by, l.ended_at,
    coalesce(bool_or(d.sent_at is not null), false) as handed_over, coalesce(bool_or(d.delivered_at is not null), false) as delivered,
    coalesce(bool_or(d.read_at >= p.asked_at), false) as read, coalesce(bool_or(a.id is not null), false) as answered,
    coalesce(bool_or(${WRONG}), false) or coalesce(bool_or(r.id is not null), false) as wrong,
    coalesce(bool_and(d.state = 'failed'), false) as failed
  from ladder l left join ladder_person p on p.ladder_id = l.id and p.who <> 'human'
    left join delivery d on d.message_id = l.message_id and d.person_id = p.person_id
    left join message_answer a on a.message_id = l.message_id and a.person_id = p.person_id and a.answered_at >= p.asked_at
    left join message_reply r on r.message_id = l.message_id and r.person_id = p.person_id and r.meaning = 'wrong_person'
  where l.message_id = ${messageId} group by l.id)`;

/**
 * The board of a message that the caller has been allowed to follow. Handed over, delivered, read and answered each count those that
 * came at least so far; silent are those that are still asked and have neither read nor answered.
 * @param only addressees that are silent, or whose number is wrong, or with whom a human must deal
 */
export async function boardOf(
  ctx: ReadContext,
  messageId: string,
  only: 'all' | 'silent' | 'wrong' | 'with_human' = 'all',
): Promise<Board> {
  const all = addressees(messageId);
  const isOpen = sql`x.state in ('climbing', 'with_human')`;
  const isSilent = sql`${isOpen} and not x.read and not x.answered`;
  const figures = (await ctx.row<Figures>(sql`
    select count(*)::int as addressees, count(*) filter (where handed_over)::int as handed_over,
      count(*) filter (where delivered or read or answered)::int as delivered,
      count(*) filter (where read or answered)::int as read, count(*) filter (where answered)::int as answered,
      count(*) filter (where ${isSilent})::int as silent, count(*) filter (where wrong)::int as wrong,
      count(*) filter (where x.state = 'with_human')::int as with_human, count(*) filter (where not (${isOpen}))::int as settled
    from ${all} x`)) as Figures;
  const choices = await ctx.rows<{ id: string; zh: string; en: string; count: number }>(sql`
    select c.id, c.label_zh as zh, c.label_en as en, count(a.person_id)::int as count
    from message_choice c left join (select distinct on (person_id) person_id, choice from message_answer
      where message_id = ${messageId} order by person_id, answered_at desc, id desc) a on a.choice = c.id
    where c.message_id = ${messageId} group by c.id, c.label_zh, c.label_en, c.place order by c.place`);
  const wanted = { all: sql`true`, silent: isSilent, wrong: sql`x.wrong`, with_human: sql`x.state = 'with_human'` }[
    only
  ];
  const rows = await ctx.rows<Row>(sql`
    select x.id, x.kind, x.state, x.next_at, x.ended_at, h.name as human, e.name as ended_by, x.handed_over, x.delivered, x.read,
      x.answered, x.failed
    from ${all} x left join person h on h.id = x.human_id left join person e on e.id = x.ended_by
    where ${wanted}
    order by array_position(array['with_human', 'climbing'], x.state) nulls last, x.wrong desc, x.next_at, x.id limit ${MOST_LINES}`);
  return {
    figures,
    choices: choices.map(({ zh, en, ...one }) => ({ ...one, label: { zh, en } })),
    lines: await linesOf(ctx, messageId, rows),
  };
}

interface Row {
  id: string;
  kind: string;
  state: Line['state'];
  nextAt: Date | null;
  endedAt: Date | null;
  human: string | null;
  endedBy: string | null;
  handedOver: boolean;
  delivered: boolean;
  read: boolean;
  answered: boolean;
  failed: boolean;
}

async function linesOf(ctx: ReadContext, messageId: string, rows: readonly Row[]): Promise<Line[]> {
  const ids = rows.map(({ id }) => id);
  const people = await ctx.rows<{
    ladderId: string;
    personId: string;
    name: string;
    unitName: string;
    who: Line['who'];
    reasonZh: string;
    reasonEn: string;
    zh: string | null;
    en: string | null;
    answeredAt: Date | null;
  }>(sql`
    select p.ladder_id, p.person_id, n.name, coalesce(u.short_name, '') as unit_name, p.who, p.reason_zh, p.reason_en,
      a.label_zh as zh, a.label_en as en, a.answered_at
    from ladder_person p join person n on n.id = p.person_id left join unit u on u.id = n.owner_unit_id
      left join lateral (select c.label_zh, c.label_en, a.answered_at from message_answer a
        join message_choice c on c.message_id = a.message_id and c.id = a.choice
        where a.message_id = ${messageId} and a.person_id = p.person_id and a.answered_at >= p.asked_at
        order by a.answered_at desc, a.id desc limit 1) a on true
    where p.ladder_id = any(${ids}::uuid[]) order by p.ladder_id, p.rung, p.asked_at, n.name`);
  const letters = await ctx.rows<{
    ladderId: string;
    personId: string;
    name: string;
    channel: string;
    state: string;
    lastError: string | null;
    isOther: boolean;
  }>(sql`
    select distinct p.ladder_id, p.person_id, n.name, d.channel, d.state, d.last_error, false as is_other
    from ladder_person p join person n on n.id = p.person_id
      join delivery d on d.message_id = ${messageId} and d.person_id = p.person_id
    where p.ladder_id = any(${ids}::uuid[])
    union all
    select p.ladder_id, p.person_id, n.name, r.channel, 'failed', null, true
    from ladder_person p join person n on n.id = p.person_id
      join message_reply r on r.message_id = ${messageId} and r.person_id = p.person_id and r.meaning = 'wrong_person'
    where p.ladder_id = any(${ids}::uuid[])`);
  const told = await ctx.rows<{ ladderId: string; channel: string; words: string; by: string; at: Date }>(sql`
    select p.ladder_id, d.channel, coalesce(d.receipt, d.last_error) as words, e.name as by, d.sent_at as at
    from ladder_person p join delivery d on d.message_id = ${messageId} and d.person_id = p.person_id
      join person e on e.id = d.entered_by
    where p.ladder_id = any(${ids}::uuid[]) order by d.sent_at, d.id`);
  const toldOf = Map.groupBy(told, (one) => one.ladderId);
  const peopleOf = Map.groupBy(people, (one) => one.ladderId);
  const lettersOf = Map.groupBy(letters, (one) => one.ladderId);
  return rows.map((row) => {
    const asked = peopleOf.get(row.id) ?? [];
    const sent = lettersOf.get(row.id) ?? [];
    const said = asked
      .filter(({ answeredAt }) => answeredAt !== null)
      .sort((one, other) => Number(other.answeredAt) - Number(one.answeredAt))[0];
    const wrong = sent.filter(({ state, channel }) => state === 'failed' && BY_NUMBER.includes(channel));
    const { id, kind, state, nextAt, human, endedBy, endedAt } = row;
    return {
      ...{ id, state, nextAt, human, endedBy, endedAt },
      label: ctx.catalogue.addressees.get(kind)?.label ?? { zh: kind, en: kind },
      who: row.state === 'with_human' ? 'human' : (asked.at(-1)?.who ?? 'addressee'),
      people: asked.map(({ personId, name, unitName, reasonZh, reasonEn }) => ({
        personId,
        name,
        unitName,
        reason: { zh: reasonZh, en: reasonEn },
      })),
      reach: reachOf(row),
      answer: said ? { zh: said.zh ?? '', en: said.en ?? '' } : null,
      channels: [...new Set(sent.map(({ channel }) => channel))].map((channel) => labelOf(CHANNEL_CHOICES, channel)),
      told: (toldOf.get(row.id) ?? []).map(({ channel, words, by, at }) => ({
        channel: labelOf(CHANNEL_CHOICES, channel),
        words,
        by,
        at,
      })),
      wrong: [...new Map(wrong.map((one) => [`${one.personId} ${one.channel}`, one])).values()].map((one) => ({
        personId: one.personId,
        name: one.name,
        channel: one.channel,
        reason: one.isOther ? 'wrong_person' : (one.lastError ?? ''),
      })),
    };
  });
}

function reachOf({ handedOver, delivered, read, answered, failed }: Row): Line['reach'] {
  if (answered) return 'answered';
  if (read) return 'read';
  if (delivered) return 'delivered';
  if (handedOver) return 'handed_over';
  return failed ? 'failed' : 'waiting';
}
