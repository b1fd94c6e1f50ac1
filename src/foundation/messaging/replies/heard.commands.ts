import { sql } from 'kysely';
import { z } from 'zod';
import { problem } from '../../../kernel/problems.ts';
import type { CommandContext } from '../../api/context.ts';
import { command } from '../../api/define.ts';
import { person } from '../../organisation/person.register.ts';
import type { Mark } from '../../registers/define.ts';
import { labelOf } from '../../registers/types/choice.type.ts';
import { plainPhone } from '../../registers/types/phone.type.ts';
import { idInput } from '../../registers/types/reference.type.ts';
import { cleanText } from '../../registers/types/text.type.ts';
import { unitDuty } from '../addressees/unit-duty.ts';
import { keepAnswer } from '../answers.ts';
import { CHANNEL_CHOICES } from '../channels/names.rules.ts';
import { addressedTo, told } from '../define.ts';
import { confirm } from '../ladder/climb.ts';
import { type Asks, satisfies } from '../ladder/ladder.rules.ts';
import { settleDelivery } from '../message.permissions.ts';
import { sendMessage } from '../send.ts';
import { messageReply } from './message-reply.register.ts';
import { judge } from './receipts.ts';
import { MEANINGS, meaningOf } from './reply.rules.ts';
import { REPLY_TO_READ } from './reply-messages.rules.ts';

const channel = z.enum(CHANNEL_CHOICES.map(({ id }) => id));
/** A reply belongs to what was asked within so many hours. */
const ANSWERS_WITHIN_HOURS = 72;

/** Of these letters the other side has said all it will: they arrived, or they did not. */
export const judgeReceipts = command('messages.judgeReceipts', {
  label: { zh: '登记送达回执', en: 'Note delivery receipts' },
  may: settleDelivery,
  input: z.object({ deliveries: z.array(idInput).min(1).max(1000) }),
  output: z.object({ judged: z.number() }),
  records: ['message.delivered', 'message.failed'],
  async run(ctx, { deliveries }) {
    const judged = await judge(ctx, deliveries);
    if (judged === 0) throw problem('message.nothing_new');
    return { judged };
  },
});

/** Somebody wrote back. What is beyond doubt answers the message; everything else is put before a human. */
export const hearReply = command('messages.hearReply', {
  label: { zh: '登记消息回复', en: 'Note a reply' },
  may: settleDelivery,
  input: z.object({
    channel,
    from: z.string().min(1).max(60),
    words: z.string().max(2000).transform(cleanText),
    reference: z.string().min(1).max(120).optional(),
  }),
  output: z.object({ id: z.string() }),
  records: ['message.replied', 'message.read', 'message.answered', 'message.sent'],
  async run(ctx, { channel, from, words, reference }) {
    if (reference && (await isKnown(ctx, channel, reference))) throw problem('message.nothing_new');
    const asked = await askedBy(ctx, channel, from);
    const understood = asked
      ? meaningOf(words, { asks: asked.asks, choices: asked.choices })
      : { meaning: 'stranger' as const };
    const reply = await ctx.insert(messageReply, {
      channel,
      messageId: asked?.messageId ?? null,
      personId: asked?.personId ?? null,
      phone: plainPhone(from) || null,
      words: words || '（空）',
      meaning: understood.meaning,
      heardAt: ctx.now,
      reference: reference ?? null,
      ...(asked ? { mark: asked.mark } : {}),
    });
    ctx.fact({
      kind: 'message.replied',
      subject: { register: 'message_reply', id: reply.id },
      concerns: asked ? [{ register: 'message', id: asked.messageId }] : [],
      payload: { channel, meaning: understood.meaning },
    });
    if (asked && (understood.meaning === 'confirmed' || understood.meaning === 'chosen')) {
      await count(ctx, asked, channel, 'choice' in understood ? understood.choice : undefined);
    } else {
      await sendMessage(ctx, {
        ...told(REPLY_TO_READ, { meaning: labelOf(MEANINGS, understood.meaning) }),
        to: [await readerOf(ctx, asked)],
        text: { zh: words, en: words },
        about: { register: 'message_reply', id: reply.id },
      });
    }
    return { id: reply.id };
  },
});

interface Asked {
  messageId: string;
  personId: string;
  asks: Asks;
  mark: Mark;
  createdBy: string;
  ownerUnitId: string;
  choices: { id: string; label: { zh: string } }[];
}

async function isKnown(ctx: CommandContext, channel: string, reference: string): Promise<boolean> {
  const row = await ctx.row(sql`select id from message_reply where channel = ${channel} and reference = ${reference}`);
  return row !== undefined;
}

/** What the owner of a number was asked last by this channel, what is still open before what is settled. */
async function askedBy(ctx: CommandContext, channel: string, from: string): Promise<Asked | undefined> {
  const { phone, secondPhone } = person.fields;
  const words = [phone, secondPhone].map(({ blind }) => (blind ? ctx.blindWord(blind, from) : undefined));
  if (!words[0] || !words[1]) return undefined;
  return ctx.row<Asked>(sql`
    select m.id as message_id, d.person_id, m.asks, m.mark, m.created_by, m.owner_unit_id,
      coalesce((select jsonb_agg(jsonb_build_object('id', c.id, 'label', jsonb_build_object('zh', c.label_zh)) order by c.place)
        from message_choice c where c.message_id = m.id), '[]') as choices
    from person p join delivery d on d.person_id = p.id and d.channel = ${channel} and d.state <> 'queued'
    join message m on m.id = d.message_id and m.asks <> 'nothing'
    where (p.phone_blind @> ${[words[0]]}::text[] or p.second_phone_blind @> ${[words[1]]}::text[])
      and d.sent_at > ${ctx.now}::timestamptz - make_interval(hours => ${ANSWERS_WITHIN_HOURS})
    order by exists (select 1 from ladder l join ladder_person lp on lp.ladder_id = l.id
        where l.message_id = m.id and lp.person_id = p.id and l.state in ('climbing', 'with_human')) desc,
      d.sent_at desc, m.id desc limit 1`);
}

async function count(ctx: CommandContext, asked: Asked, channel: string, choice: string | undefined): Promise<void> {
  const { messageId, personId, asks } = asked;
  const state = choice ? 'answered' : 'read';
  ctx.write(sql`update delivery set state = ${state}, read_at = coalesce(read_at, ${ctx.now}::timestamptz),
      delivered_at = coalesce(delivered_at, ${ctx.now}::timestamptz),
      answered_at = case when ${choice !== undefined} then ${ctx.now}::timestamptz else answered_at end
    where message_id = ${messageId} and person_id = ${personId} and channel = ${channel} and state in ('sent', 'delivered', 'read')`);
  if (choice) keepAnswer(ctx, messageId, personId, choice);
  if (satisfies(choice ? 'answered' : 'read', asks)) await confirm(ctx, [messageId], personId);
  ctx.fact({
    kind: choice ? 'message.answered' : 'message.read',
    subject: { register: 'message', id: messageId },
    of: personId,
    payload: { channel, personId, ...(choice ? { choice } : {}) },
  });
}

/** Who reads what answers nothing: whoever sent the message, else the duty room of its unit, for strangers the centre's. */
async function readerOf(ctx: CommandContext, asked: Asked | undefined) {
  const sender = asked && (await ctx.row<{ id: string }>(sql`select id from person where id = ${asked.createdBy}`));
  if (sender) return sender.id;
  const centre = await ctx.row<{ id: string }>(
    sql`select id from unit order by kind = 'command_center' desc, length(path), id limit 1`,
  );
  return addressedTo(unitDuty, { unitId: asked?.ownerUnitId ?? centre?.id ?? '' });
}
