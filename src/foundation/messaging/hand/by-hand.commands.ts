import { sql } from 'kysely';
import { z } from 'zod';
import { problem } from '../../../kernel/problems.ts';
import { command } from '../../api/define.ts';
import { idInput } from '../../registers/types/reference.type.ts';
import { cleanText } from '../../registers/types/text.type.ts';
import { checkChoice, keepAnswer } from '../answers.ts';
import { confirm } from '../ladder/climb.ts';
import { type Asks, satisfies } from '../ladder/ladder.rules.ts';
import { tellByHand } from '../message.permissions.ts';
import { message } from '../message.register.ts';
import { HAND_CHANNELS } from './by-hand.ts';

const BY: { zh: string; en: string } = { zh: '接收人', en: 'Who took it' };

/**
 * 人工回执: somebody told it by television, radio, fax, van or at the door, and says who took it. «Confirmed» is the addressee's own
 * word, given to whoever stood before them; it counts like reading, and an answer like an answer.
 */
export const enterHandReceipt = command('messages.enterHandReceipt', {
  label: { zh: '登记人工送达', en: 'Enter a receipt' },
  may: tellByHand,
  input: z.object({
    id: idInput,
    result: z.enum(['delivered', 'confirmed', 'failed']),
    /** Who took it, or why it could not be told. */
    words: z.string().max(200).transform(cleanText),
    choice: z.string().min(1).max(60).optional(),
  }),
  output: z.object({ id: z.string(), state: z.string() }),
  records: ['message.delivered', 'message.read', 'message.answered', 'message.failed'],
  async run(ctx, { id, result, words, choice }) {
    if (!words) throw problem('input.required', { label: BY }, 'words');
    const row = await ctx.row<{ messageId: string; personId: string; channel: string; asks: Asks }>(sql`
      select d.message_id, d.person_id, d.channel, m.asks
      from delivery d join ${ctx.visible(message, tellByHand)} m on m.id = d.message_id
      where d.id = ${id} and d.state = 'queued' and d.channel = any(${[...HAND_CHANNELS]}::text[]) for update of d`);
    if (!row) throw problem('record.unknown', {}, 'id');
    const { messageId, personId, channel, asks } = row;
    if (choice) await checkChoice(ctx, messageId, choice);
    const isAnswer = result === 'confirmed' && choice !== undefined;
    const state = result === 'confirmed' ? (isAnswer ? 'answered' : 'read') : result;
    const isThere = result !== 'failed';
    ctx.write(sql`
      update delivery set state = ${state}, attempts = 1, sent_at = ${ctx.now}::timestamptz,
        delivered_at = case when ${isThere} then ${ctx.now}::timestamptz end,
        read_at = case when ${result === 'confirmed'} then ${ctx.now}::timestamptz end,
        answered_at = case when ${isAnswer} then ${ctx.now}::timestamptz end,
        receipt = case when ${isThere} then ${words} end, last_error = case when ${isThere} then null else ${words} end,
        entered_by = ${ctx.viewer.personId}::uuid
      where id = ${id}`);
    if (isAnswer) keepAnswer(ctx, messageId, personId, choice);
    const did = isAnswer ? 'answered' : result === 'confirmed' ? 'read' : 'reached';
    if (isThere && satisfies(did, asks)) await confirm(ctx, [messageId], personId);
    const kinds = {
      delivered: 'message.delivered',
      read: 'message.read',
      answered: 'message.answered',
      failed: 'message.failed',
    };
    ctx.fact({
      kind: kinds[state],
      subject: { register: 'message', id: messageId },
      payload: { channel, personId, enteredBy: ctx.viewer.personId, ...(isAnswer ? { choice } : {}) },
    });
    return { id, state };
  },
});
