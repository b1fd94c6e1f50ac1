import { sql } from 'kysely';
import { z } from 'zod';
import { view } from '../api/define.ts';
import { idInput } from '../registers/types/reference.type.ts';
import { readMessage } from './message.permissions.ts';
import { message } from './message.register.ts';
import { DELIVERY_STATES, marked } from './message.rules.ts';

const phrase = z.object({ zh: z.string(), en: z.string() });
const subject = z.object({ register: z.string(), id: z.string() }).nullable();

const letter = z.object({
  id: z.string(),
  heading: phrase,
  text: phrase.nullable(),
  priority: z.enum(['extra_urgent', 'urgent', 'normal']),
  mark: z.enum(['real', 'drill', 'test']),
  template: z.string(),
  subject,
  sentAt: z.date(),
  senderName: z.string(),
  asks: z.enum(['nothing', 'receipt', 'answer', 'deed']),
  /** The answers to choose from, and the viewer's own: the last one counts. */
  choices: z.array(z.object({ id: z.string(), label: phrase })),
  answer: z.string().nullable(),
  /** Addressees who stayed silent and whom the viewer, as the named human, must see to. */
  withMe: z.array(z.string()),
  state: z.enum(DELIVERY_STATES),
  readAt: z.date().nullable(),
  /** What it asked is done, by somebody: it waits for nobody any more, read or not. */
  isSettled: z.boolean(),
});

/**
 * It asked something of the viewer, and all asking of them has ended because it was done, by whomever. `m` is the message,
 * `d` the delivery.
 */
const IS_SETTLED = sql`(m.asks <> 'nothing' and exists (select 1 from ladder l join ladder_person lp on lp.ladder_id = l.id
    where l.message_id = m.id and lp.person_id = d.person_id)
  and not exists (select 1 from ladder l join ladder_person lp on lp.ladder_id = l.id
    where l.message_id = m.id and lp.person_id = d.person_id and l.state in ('climbing', 'with_human')))`;

/** Never read, or asked for once more since: what they said before was said for another addressee. */
const ASKED_AGAIN = sql`(m.asks <> 'nothing' and exists (select 1 from ladder l join ladder_person lp on lp.ladder_id = l.id
    where l.message_id = m.id and lp.person_id = d.person_id and l.state in ('climbing', 'with_human')
      and lp.asked_at > d.read_at))`;
const IS_UNREAD = sql`(d.read_at is null or ${ASKED_AGAIN})`;

interface LetterRow extends Omit<z.input<typeof letter>, 'heading' | 'text' | 'subject'> {
  headingZh: string;
  headingEn: string;
  textZh: string | null;
  textEn: string | null;
  subjectRegister: string | null;
  subjectId: string | null;
}

/** The viewer's own messages, unread first, newest first. `toConfirm` are those the screen must report as arrived. */
export const inbox = view('messages.inbox', {
  label: { zh: '收件箱', en: 'Inbox' },
  may: readMessage,
  input: z.object({ limit: z.number().int().min(1).max(200).default(50), unreadOnly: z.boolean().default(false) }),
  output: z.object({ unread: z.number(), toConfirm: z.array(z.string()), items: z.array(letter) }),
  reads: [message],
  async run(ctx, { limit, unreadOnly }) {
    const rows = await ctx.rows<LetterRow>(sql`
      select m.id, m.heading_zh, m.heading_en, m.text_zh, m.text_en, m.priority, m.mark, m.template, m.subject_register,
        m.subject_id, m.sent_at, coalesce(p.name, '系统') as sender_name, d.state,
        case when ${ASKED_AGAIN} then null else d.read_at end as read_at, m.asks, ${IS_SETTLED} as is_settled,
        case when m.asks = 'answer' then coalesce((select jsonb_agg(jsonb_build_object('id', c.id, 'label',
          jsonb_build_object('zh', c.label_zh, 'en', c.label_en)) order by c.place)
          from message_choice c where c.message_id = m.id), '[]') else '[]' end as choices,
        case when m.asks = 'answer' then (select a.choice from message_answer a where a.message_id = m.id
          and a.person_id = d.person_id order by a.answered_at desc, a.id desc limit 1) end as answer,
        coalesce((select jsonb_agg(l.id order by l.id) from ladder l where l.message_id = m.id and l.human_id = d.person_id
          and l.state = 'with_human'), '[]') as with_me
      from ${ctx.visible(message)} m
      join delivery d on d.message_id = m.id and d.channel = 'in_app' and d.person_id = ${ctx.viewer.personId}
      left join person p on p.id = m.created_by
      where ${unreadOnly} = false or (${IS_UNREAD} and (d.state = 'sent' or not ${IS_SETTLED}))
      order by (${IS_UNREAD} and not ${IS_SETTLED}) desc, m.sent_at desc, m.id desc limit ${limit}`);
    await ctx.openPersonal(message, rows);
    const unread = await ctx.row<{ count: number }>(sql`
      select count(*)::int as count from (
        select d.id from delivery d join message m on m.id = d.message_id
        where d.person_id = ${ctx.viewer.personId} and d.channel = 'in_app' and d.read_at is null and not ${IS_SETTLED}
        union
        select d.id from ladder_person lp join ladder l on l.id = lp.ladder_id and l.state in ('climbing', 'with_human')
          join message m on m.id = l.message_id and m.asks <> 'nothing'
          join delivery d on d.message_id = m.id and d.person_id = lp.person_id and d.channel = 'in_app'
        where lp.person_id = ${ctx.viewer.personId} and lp.asked_at > d.read_at) unread`);
    return {
      unread: unread?.count ?? 0,
      toConfirm: rows.filter((row) => row.state === 'sent').map((row) => row.id),
      items: rows.map(letterOf),
    };
  },
});

function letterOf({ headingZh, headingEn, textZh, textEn, subjectRegister, subjectId, ...row }: LetterRow) {
  return {
    ...row,
    heading: marked(row.mark, { zh: headingZh, en: headingEn }),
    text: textZh === null ? null : { zh: textZh, en: textEn ?? textZh },
    subject: subjectRegister && subjectId ? { register: subjectRegister, id: subjectId } : null,
  };
}

const delivery = z.object({
  messageId: z.string(),
  heading: phrase,
  personId: z.string(),
  personName: z.string(),
  channel: z.string(),
  state: z.enum(DELIVERY_STATES),
  attempts: z.number(),
  lastError: z.string().nullable(),
  sentAt: z.date().nullable(),
  deliveredAt: z.date().nullable(),
  readAt: z.date().nullable(),
});

/** Who was told about a record, by which channel, and what came of it. */
export const deliveriesOf = view('messages.deliveriesOf', {
  label: { zh: '送达情况', en: 'Deliveries' },
  may: readMessage,
  input: z.object({ about: idInput }),
  output: z.object({ items: z.array(delivery) }),
  reads: [message],
  async run(ctx, { about }) {
    const rows = await ctx.rows<
      Omit<z.input<typeof delivery>, 'heading'> & { headingZh: string; headingEn: string }
    >(sql`
      select d.message_id, m.heading_zh, m.heading_en, d.person_id, coalesce(p.name, '') as person_name, d.channel,
        d.state, d.attempts, d.last_error, d.sent_at, d.delivered_at, d.read_at
      from ${ctx.visible(message)} m join delivery d on d.message_id = m.id left join person p on p.id = d.person_id
      where m.subject_id = ${about} order by m.sent_at, d.id`);
    return {
      items: rows.map(({ headingZh, headingEn, ...row }) => ({ ...row, heading: { zh: headingZh, en: headingEn } })),
    };
  },
});
