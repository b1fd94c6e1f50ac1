import { sql } from 'kysely';
import { z } from 'zod';
import { problem } from '../../kernel/problems.ts';
import { command } from '../api/define.ts';
import { SIGNED_IN } from '../identity/define.ts';
import { idInput } from '../registers/types/reference.type.ts';
import { cleanText } from '../registers/types/text.type.ts';
import { sendMessages as maySend, readMessage, settleDelivery } from './message.permissions.ts';
import { message } from './message.register.ts';
import { sendMessage } from './send.ts';

/** A person tells people something, by name. */
export const send = command('messages.send', {
  label: { zh: '发送消息', en: 'Send message' },
  may: maySend,
  input: z.object({
    to: z.array(idInput).min(1).max(500),
    heading: z.string().min(1).max(300).transform(cleanText),
    text: z.string().max(4000).transform(cleanText).optional(),
    priority: z.enum(['extra_urgent', 'urgent', 'normal']).default('normal'),
    channels: z.array(z.enum(['in_app', 'smtp'])).default(['in_app']),
    about: z.object({ register: z.string().regex(/^[a-z_]{1,60}$/), id: idInput }).optional(),
  }),
  output: z.object({ id: z.string() }),
  records: ['message.sent'],
  async run(ctx, { heading, text, about, ...rest }) {
    if (about && !(await ctx.maySee(about.register, about.id))) throw problem('record.unknown', {}, 'about');
    const known = await ctx.rows<{ id: string }>(sql`select id from person where id = any(${rest.to}::uuid[])`);
    if (known.length < new Set(rest.to).size) throw problem('order.assignee_unknown', {}, 'to');
    const id = await sendMessage(ctx, {
      ...rest,
      template: 'note',
      heading: { zh: heading, en: heading },
      ...(text ? { text: { zh: text, en: text } } : {}),
      ...(about ? { about } : {}),
    });
    return { id: id ?? '' };
  },
});

/** The person's screen has fetched these messages: they count as delivered from now on. */
export const arrive = command('messages.arrive', {
  label: { zh: '消息送达', en: 'Confirm arrival' },
  may: SIGNED_IN,
  input: z.object({ messages: z.array(idInput).min(1).max(200) }),
  output: z.object({ arrived: z.number() }),
  records: ['message.delivered'],
  async run(ctx, { messages }) {
    const arrived = await ctx.rows<{ messageId: string; subjectRegister: string | null; subjectId: string | null }>(sql`
      update delivery d set state = 'delivered', delivered_at = ${ctx.now}
      from message m where m.id = d.message_id and d.message_id = any(${messages}::uuid[])
        and d.person_id = ${ctx.viewer.personId} and d.channel = 'in_app' and d.state = 'sent'
      returning d.message_id, m.subject_register, m.subject_id`);
    if (arrived.length === 0) throw problem('message.nothing_new');
    for (const { messageId, subjectRegister, subjectId } of arrived) {
      ctx.fact({
        kind: 'message.delivered',
        subject: { register: 'message', id: messageId },
        concerns: subjectRegister && subjectId ? [{ register: subjectRegister, id: subjectId }] : [],
        payload: { channel: 'in_app', personId: ctx.viewer.personId },
      });
    }
    return { arrived: arrived.length };
  },
});

/** The person has opened the message. */
export const read = command('messages.read', {
  label: { zh: '阅读消息', en: 'Read message' },
  may: readMessage,
  input: z.object({ id: idInput }),
  output: z.object({ id: z.string(), readAt: z.date() }),
  records: ['message.read'],
  async run(ctx, { id }) {
    const row = await ctx.record(message, id);
    const read = await ctx.rows<{ id: string }>(sql`
      update delivery set state = 'read', read_at = ${ctx.now}, delivered_at = coalesce(delivered_at, ${ctx.now})
      where message_id = ${id} and person_id = ${ctx.viewer.personId} and channel = 'in_app' and read_at is null
      returning id`);
    if (read.length === 0) throw problem('message.nothing_new');
    ctx.fact({
      kind: 'message.read',
      subject: { register: 'message', id },
      concerns: row.subjectRegister && row.subjectId ? [{ register: row.subjectRegister, id: row.subjectId }] : [],
      payload: { channel: 'in_app', personId: ctx.viewer.personId },
    });
    return { id, readAt: ctx.now };
  },
});

/** The sender says how a delivery ended: handed over to the other side, or given up for a reason. */
export const settle = command('messages.settle', {
  label: { zh: '登记送达结果', en: 'Settle delivery' },
  may: settleDelivery,
  input: z.object({
    deliveryId: idInput,
    attempt: z.number().int(),
    outcome: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('sent'), receipt: z.string().max(500) }),
      z.object({ kind: z.literal('failed'), reason: z.string().max(500) }),
    ]),
  }),
  output: z.object({ state: z.string() }),
  records: ['message.handed_over', 'message.failed'],
  async run(ctx, { deliveryId, attempt, outcome }) {
    const isSent = outcome.kind === 'sent';
    const row = await ctx.row<{ messageId: string; personId: string; channel: string }>(sql`
      update delivery set state = ${isSent ? 'sent' : 'failed'}, sent_at = ${isSent ? ctx.now : null},
        receipt = ${isSent ? outcome.receipt : null}, last_error = ${isSent ? null : outcome.reason}, claimed_until = null
      where id = ${deliveryId} and state = 'queued' and attempts = ${attempt}
      returning message_id, person_id, channel`);
    // A second worker settled it after this one's claim had run out.
    if (!row) throw problem('message.nothing_new');
    ctx.fact({
      kind: isSent ? 'message.handed_over' : 'message.failed',
      subject: { register: 'message', id: row.messageId },
      payload: { channel: row.channel, personId: row.personId, attempts: attempt },
    });
    return { state: isSent ? 'sent' : 'failed' };
  },
});
