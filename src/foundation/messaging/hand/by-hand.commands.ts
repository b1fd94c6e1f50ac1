import { sql } from 'kysely';
import { z } from 'zod';
import { newId } from '../../../kernel/ids.ts';
import { problem } from '../../../kernel/problems.ts';
import type { CommandContext } from '../../api/context.ts';
import { command } from '../../api/define.ts';
import { labelOf } from '../../registers/types/choice.type.ts';
import { idInput } from '../../registers/types/reference.type.ts';
import { cleanText } from '../../registers/types/text.type.ts';
import { checkChoice, keepAnswer } from '../answers.ts';
import { HAND_CHOICES } from '../channels/names.rules.ts';
import { advance, confirm } from '../ladder/climb.ts';
import { type Asks, satisfies } from '../ladder/ladder.rules.ts';
import { loadLadders } from '../ladder/ladders.ts';
import { followMessage, tellByHand } from '../message.permissions.ts';
import { message } from '../message.register.ts';
import { HAND_CHANNELS } from './by-hand.ts';

const BY: { zh: string; en: string } = { zh: '接收人', en: 'Who took it' };

const given = {
  result: z.enum(['delivered', 'confirmed', 'failed']),
  /** Who took it, or why it could not be told. */
  words: z.string().max(200).transform(cleanText),
  choice: z.string().min(1).max(60).optional(),
};
const output = z.object({ id: z.string(), state: z.string() });
const RECORDS = ['message.delivered', 'message.read', 'message.answered', 'message.failed'] as const;

/**
 * 人工回执: somebody told it by television, radio, fax, van or at the door, and says who took it. «Confirmed» is the addressee's own
 * word, given to whoever stood before them; it counts like reading, and an answer like an answer.
 */
export const enterHandReceipt = command('messages.enterHandReceipt', {
  label: { zh: '登记人工送达', en: 'Enter a receipt' },
  may: tellByHand,
  input: z.object({ id: idInput, ...given }),
  output,
  records: RECORDS,
  async run(ctx, { id, ...told }) {
    const row = await ctx.row<Letter>(sql`
      select d.id, d.message_id, d.person_id, d.channel, m.asks
      from delivery d join ${ctx.visible(message, tellByHand)} m on m.id = d.message_id
      where d.id = ${id} and d.state = 'queued' and d.channel = any(${[...HAND_CHANNELS]}::text[]) for update of d`);
    if (!row) throw problem('record.unknown', {}, 'id');
    return { id, state: await settle(ctx, row, told, () => confirm(ctx, [row.messageId], row.personId)) };
  },
});

/**
 * 登记落实: an officer has telephoned or gone to an addressee who had not answered, and says what came of it. Also after taking it over:
 * the addressee's word is then kept beside the name of whoever saw to it.
 */
export const followUp = command('messages.followUp', {
  label: { zh: '登记人工落实', en: 'Enter a follow-up' },
  may: followMessage,
  input: z.object({ id: idInput, ladderId: idInput, channel: z.enum(HAND_CHOICES.map(({ id }) => id)), ...given }),
  output,
  records: RECORDS,
  async run(ctx, { id, ladderId, channel, ...told }) {
    const { asks } = await ctx.record(message, id);
    // Whom it is meant for, also where no channel could ask them; of a duty room or a post the first who was asked.
    const row = await ctx.row<{ personId: string }>(sql`
      select coalesce(case when l.kind = 'person' then (l.input ->> 'personId')::uuid end, p.person_id) as person_id
      from ladder l left join ladder_person p on p.ladder_id = l.id
      where l.id = ${ladderId} and l.message_id = ${id} and l.state in ('climbing', 'with_human', 'taken_over')
      order by p.rung, p.asked_at, p.person_id limit 1 for update of l`);
    if (!row?.personId) throw problem('message.nothing_new', {}, 'ladderId');
    ctx.write(sql`
      insert into ladder_person (ladder_id, person_id, rung, who, reason_zh, reason_en, asked_at)
      values (${ladderId}, ${row.personId}, 0, 'addressee', ${labelOf(HAND_CHOICES, channel).zh},
        ${labelOf(HAND_CHOICES, channel).en}, ${ctx.now}::timestamptz) on conflict do nothing`);
    const letter = { id: newId(), messageId: id, personId: row.personId, channel, asks };
    ctx.write(sql`
      insert into delivery (id, message_id, person_id, channel, round, state, queued_at, next_attempt_at)
      select ${letter.id}::uuid, ${id}::uuid, ${row.personId}::uuid, ${channel}, 1 + coalesce(max(round), 0), 'queued',
        ${ctx.now}::timestamptz, ${ctx.now}::timestamptz
      from delivery where message_id = ${id} and person_id = ${row.personId} and channel = ${channel}`);
    const ladders = await loadLadders(ctx, sql`l.id = ${ladderId}`);
    const state = await settle(ctx, letter, told, () => advance(ctx, ladders, { kind: 'confirmed' }));
    return { id: letter.id, state };
  },
});

interface Letter {
  readonly id: string;
  readonly messageId: string;
  readonly personId: string;
  readonly channel: string;
  readonly asks: Asks;
}

/**
 * Writes what came of telling it by hand.
 * @param end for what the message asks having been done: nobody else is asked
 */
async function settle(
  ctx: CommandContext,
  { id, messageId, personId, channel, asks }: Letter,
  {
    result,
    words,
    choice,
  }: { result: 'delivered' | 'confirmed' | 'failed'; words: string; choice?: string | undefined },
  end: () => Promise<unknown>,
): Promise<'delivered' | 'read' | 'answered' | 'failed'> {
  if (!words) throw problem('input.required', { label: BY }, 'words');
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
  if (isThere && satisfies(did, asks)) await end();
  const kinds = {
    delivered: 'message.delivered',
    read: 'message.read',
    answered: 'message.answered',
    failed: 'message.failed',
  };
  ctx.fact({
    kind: kinds[state],
    subject: { register: 'message', id: messageId },
    of: personId,
    payload: { channel, personId, enteredBy: ctx.viewer.personId, ...(isAnswer ? { choice } : {}) },
  });
  return state;
}
