import { sql } from 'kysely';
import { z } from 'zod';
import type { Phrase } from '../../kernel/phrases.ts';
import { problem } from '../../kernel/problems.ts';
import type { CommandContext } from '../api/context.ts';
import { command } from '../api/define.ts';
import { readInput } from '../api/index.ts';
import { SIGNED_IN } from '../identity/define.ts';
import { idInput } from '../registers/types/reference.type.ts';
import { cleanText } from '../registers/types/text.type.ts';
import { checkChoice, keepAnswer } from './answers.ts';
import { CHANNEL_CHOICES } from './channels/names.rules.ts';
import { type AddresseeRef, defineTemplate, told } from './define.ts';
import { confirm } from './ladder/climb.ts';
import { type Asks, satisfies } from './ladder/ladder.rules.ts';
import { sendMessages as maySend, readMessage, settleDelivery } from './message.permissions.ts';
import { message } from './message.register.ts';
import { awaitReceipts } from './replies/receipts.ts';
import { sendMessage } from './send.ts';

/** A person tells people something, by name. */
export const send = command('messages.send', {
  label: { zh: '发送消息', en: 'Send message' },
  may: maySend,
  input: z.object({
    to: z.array(idInput).max(500).default([]),
    /** Posts, duty rooms, roles within an area, and what capabilities contribute: kind and its input. */
    addressees: z
      .array(z.object({ kind: z.string().max(60), input: z.record(z.string(), z.unknown()) }))
      .max(100)
      .default([]),
    heading: z.string().min(1).max(300).transform(cleanText),
    text: z.string().max(4000).transform(cleanText).optional(),
    priority: z.enum(['extra_urgent', 'urgent', 'normal']).default('normal'),
    asks: z.enum(['nothing', 'receipt']).default('nothing'),
    /** Makes it a question: the words of the answers to choose from. */
    choices: z.array(z.string().trim().min(1).max(60).transform(cleanText)).max(8).default([]),
    channels: z.array(z.enum(CHANNEL_CHOICES.map(({ id }) => id))).optional(),
    about: z.object({ register: z.string().regex(/^[a-z_]{1,60}$/), id: idInput }).optional(),
  }),
  output: z.object({ id: z.string() }),
  records: ['message.sent'],
  async run(ctx, { heading, text, about, addressees, choices, channels, ...rest }) {
    if (about && !(await ctx.maySee(about.register, about.id))) throw problem('record.unknown', {}, 'about');
    const known = await ctx.rows<{ id: string }>(sql`select id from person where id = any(${rest.to}::uuid[])`);
    if (known.length < new Set(rest.to).size) throw problem('order.assignee_unknown', {}, 'to');
    const refs = addressees.map((one, index) => checkedAddressee(ctx, one, `addressees.${index}`));
    if (rest.to.length + refs.length === 0) throw problem('input.required', { label: TO }, 'to');
    if (new Set(choices).size < choices.length) throw problem('message.choices_doubled', {}, 'choices');
    const id = await sendMessage(ctx, {
      ...told(NOTE, { heading }),
      ...rest,
      to: [...rest.to, ...refs],
      ...(channels ? { channels } : {}),
      ...(choices.length > 0
        ? { choices: choices.map((word, index) => ({ id: String(index + 1), label: { zh: word, en: word } })) }
        : {}),
      ...(text ? { text: { zh: text, en: text } } : {}),
      ...(about ? { about } : {}),
    });
    return { id: id ?? '' };
  },
});

/** What somebody writes by hand: both languages say the same. */
export const NOTE = defineTemplate('note', {
  label: { zh: '消息', en: 'Note' },
  heading: { zh: '{heading}', en: '{heading}' },
});

const TO: Phrase = { zh: '收件人', en: 'Addressees' };

/** An addressee of a kind that is declared, with the input of that kind. */
export function checkedAddressee(ctx: CommandContext, { kind, input }: AddresseeRef, field: string): AddresseeRef {
  const definition = ctx.catalogue.addressees.get(kind);
  if (!definition) throw problem('message.addressee_unknown', {}, `${field}.kind`);
  return { kind, input: readInput(definition.input, input, definition.label) };
}

/** The person's screen has fetched these messages: they count as delivered from now on. */
export const arrive = command('messages.arrive', {
  label: { zh: '消息送达', en: 'Confirm arrival' },
  may: SIGNED_IN,
  input: z.object({ messages: z.array(idInput).min(1).max(200) }),
  output: z.object({ arrived: z.number() }),
  records: ['message.delivered'],
  async run(ctx, { messages }) {
    const arrived = await ctx.rows<{
      messageId: string;
      subjectRegister: string | null;
      subjectId: string | null;
      asks: Asks;
    }>(sql`
      update delivery d set state = 'delivered', delivered_at = ${ctx.now}
      from message m where m.id = d.message_id and d.message_id = any(${messages}::uuid[])
        and d.person_id = ${ctx.viewer.personId} and d.channel = 'in_app' and d.state = 'sent'
      returning d.message_id, m.subject_register, m.subject_id, m.asks`);
    if (arrived.length === 0) throw problem('message.nothing_new');
    for (const { messageId, subjectRegister, subjectId } of arrived) {
      ctx.fact({
        kind: 'message.delivered',
        subject: { register: 'message', id: messageId },
        concerns: subjectRegister && subjectId ? [{ register: subjectRegister, id: subjectId }] : [],
        of: ctx.viewer.personId,
        payload: { channel: 'in_app', personId: ctx.viewer.personId },
      });
    }
    const reached = arrived.filter(({ asks }) => satisfies('reached', asks)).map((one) => one.messageId);
    await confirm(ctx, reached, ctx.viewer.personId);
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
      update delivery d set state = case when state = 'answered' then state else 'read' end, read_at = ${ctx.now}, delivered_at = coalesce(delivered_at, ${ctx.now})
      where message_id = ${id} and person_id = ${ctx.viewer.personId} and channel = 'in_app' and (read_at is null
        -- Asked once more, for somebody else who is silent: what they read before they read for another addressee.
        or exists (select 1 from ladder l join ladder_person p on p.ladder_id = l.id where l.message_id = ${id}
          and p.person_id = d.person_id and l.state in ('climbing', 'with_human') and p.asked_at > d.read_at))
      returning id`);
    if (read.length === 0) throw problem('message.nothing_new');
    if (satisfies('read', row.asks)) await confirm(ctx, [id], ctx.viewer.personId);
    ctx.fact({
      kind: 'message.read',
      subject: { register: 'message', id },
      concerns: row.subjectRegister && row.subjectId ? [{ register: row.subjectRegister, id: row.subjectId }] : [],
      of: ctx.viewer.personId,
      payload: { channel: 'in_app', personId: ctx.viewer.personId },
    });
    return { id, readAt: ctx.now };
  },
});

/** One of the choices a message offers. Answered again, the last one counts, and all are kept. */
export const answer = command('messages.answer', {
  label: { zh: '答复消息', en: 'Answer message' },
  may: readMessage,
  input: z.object({ id: idInput, choice: z.string().min(1).max(60) }),
  output: z.object({ id: z.string(), answeredAt: z.date() }),
  records: ['message.answered'],
  async run(ctx, { id, choice }) {
    const row = await ctx.record(message, id);
    await checkChoice(ctx, id, choice);
    const asked = await ctx.rows<{ id: string }>(sql`
      update delivery set state = 'answered', answered_at = ${ctx.now}, read_at = coalesce(read_at, ${ctx.now}),
        delivered_at = coalesce(delivered_at, ${ctx.now})
      where message_id = ${id} and person_id = ${ctx.viewer.personId} and channel = 'in_app' returning id`);
    // Only who was asked answers; others who may see the message look on.
    if (asked.length === 0) throw problem('message.not_asked');
    keepAnswer(ctx, id, ctx.viewer.personId, choice);
    await confirm(ctx, [id], ctx.viewer.personId);
    ctx.fact({
      kind: 'message.answered',
      subject: { register: 'message', id },
      concerns: row.subjectRegister && row.subjectId ? [{ register: row.subjectRegister, id: row.subjectId }] : [],
      of: ctx.viewer.personId,
      payload: { choice, personId: ctx.viewer.personId },
    });
    return { id, answeredAt: ctx.now };
  },
});

/** The sender says how deliveries ended: handed over to the other side, or given up for a reason. */
export const settle = command('messages.settle', {
  label: { zh: '登记送达结果', en: 'Settle deliveries' },
  may: settleDelivery,
  input: z.object({
    deliveries: z
      .array(
        z.object({
          deliveryId: idInput,
          attempt: z.number().int(),
          outcome: z.discriminatedUnion('kind', [
            z.object({
              kind: z.literal('sent'),
              receipt: z.string().max(20_000),
              references: z.array(z.string().max(120)).max(255).default([]),
              isOnlyFailureTold: z.boolean().default(false),
            }),
            z.object({ kind: z.literal('failed'), reason: z.string().max(500) }),
          ]),
        }),
      )
      .min(1)
      .max(500),
  }),
  output: z.object({ settled: z.number() }),
  records: ['message.handed_over', 'message.failed', 'message.delivered'],
  async run(ctx, { deliveries }) {
    const given = deliveries.map(({ deliveryId, attempt, outcome }) => ({
      id: deliveryId,
      attempt,
      is_sent: outcome.kind === 'sent',
      receipt: outcome.kind === 'sent' ? outcome.receipt : null,
      reason: outcome.kind === 'sent' ? null : outcome.reason,
    }));
    // A second worker settled what is missing here after this one's claim had run out.
    const settled = await ctx.rows<Settled>(sql`
      update delivery d set state = case when g.is_sent then 'sent' else 'failed' end,
        sent_at = case when g.is_sent then ${ctx.now}::timestamptz end, receipt = g.receipt, last_error = g.reason,
        claimed_until = null
      from jsonb_to_recordset(${JSON.stringify(given)}::jsonb)
        as g(id uuid, attempt integer, is_sent boolean, receipt text, reason text), message m
      where d.id = g.id and d.state = 'queued' and d.attempts = g.attempt and m.id = d.message_id
      returning d.id, d.message_id, d.person_id, d.channel, d.attempts, d.state, m.asks`);
    if (settled.length === 0) throw problem('message.nothing_new');
    for (const { messageId, personId, channel, attempts, state } of settled) {
      ctx.fact({
        kind: state === 'sent' ? 'message.handed_over' : 'message.failed',
        subject: { register: 'message', id: messageId },
        of: personId,
        payload: { channel, personId, attempts },
      });
    }
    const named = new Map(
      deliveries.map(({ deliveryId, outcome }) => [deliveryId, outcome.kind === 'sent' ? outcome.references : []]),
    );
    const silent = new Set(
      deliveries.flatMap(({ deliveryId, outcome }) =>
        outcome.kind === 'sent' && (outcome.references.length === 0 || outcome.isOnlyFailureTold) ? [deliveryId] : [],
      ),
    );
    // Where the other side will say whether it arrived, handing it over is not yet reaching.
    for (const { id, messageId, personId, asks, state } of settled) {
      if (state === 'sent' && silent.has(id) && satisfies('reached', asks)) await confirm(ctx, [messageId], personId);
    }
    await awaitReceipts(
      ctx,
      settled.flatMap(({ id, channel }) =>
        (named.get(id) ?? []).map((reference) => ({ deliveryId: id, channel, reference })),
      ),
    );
    return { settled: settled.length };
  },
});

interface Settled {
  id: string;
  messageId: string;
  personId: string;
  channel: string;
  attempts: number;
  state: 'sent' | 'failed';
  asks: Asks;
}
