import { sql } from 'kysely';
import type { CommandContext } from '../../foundation/api/context.ts';
import { reaction } from '../../foundation/timeline/define.ts';
import { isUnderCorrection } from './linkages.commands.ts';

/** The linkage whose message this is, while it is under way. */
const linkageOf = (ctx: CommandContext, messageId: string) =>
  ctx.row<{ id: string }>(sql`select id from linkage where message_id = ${messageId} and state = 'sent'`);

/** When the last addressee has been settled, so is the linkage. */
export const onAnswered = reaction(
  'linkages.on_answered',
  ['message.read', 'message.answered', 'message.taken_over'],
  async (ctx, fact) => {
    const found = await linkageOf(ctx, fact.subjectId);
    if (!found) return;
    const open = await ctx.row(sql`select 1 as one from ladder
      where message_id = ${fact.subjectId} and state in ('climbing', 'with_human') limit 1`);
    if (!open) await ctx.perform('linkages.settle', { id: found.id });
  },
);

/** A number that does not work, or at which somebody else answers, goes to whoever keeps it. */
export const onWrongNumber = reaction(
  'linkages.on_wrong_number',
  ['message.failed', 'message.replied'],
  async (ctx, fact) => {
    const wrong = await wrongNumberOf(ctx, fact);
    const found = wrong && (await linkageOf(ctx, wrong.messageId));
    if (!wrong || !found) return;
    const { personId, field } = wrong;
    if (!(await isUnderCorrection(ctx, personId, field)))
      await ctx.perform('linkages.askCorrection', { id: found.id, personId, field });
  },
);

/** Which contact of a person a channel needs; of the others nothing is to be put right. */
const FIELD_OF: Readonly<Record<string, 'phone' | 'email'>> = { sms: 'phone', smtp: 'email' };

interface WrongNumber {
  messageId: string;
  personId: string;
  field: 'phone' | 'email';
}

async function wrongNumberOf(
  ctx: CommandContext,
  fact: { kind: string; subjectId: string; payload: unknown },
): Promise<WrongNumber | undefined> {
  const payload = fact.payload as { channel?: string; personId?: string; meaning?: string };
  const field = FIELD_OF[payload.channel ?? ''];
  if (!field) return undefined;
  if (fact.kind === 'message.failed')
    return payload.personId ? { messageId: fact.subjectId, personId: payload.personId, field } : undefined;
  if (payload.meaning !== 'wrong_person') return undefined;
  const reply = await ctx.row<{ messageId: string | null; personId: string | null }>(
    sql`select message_id, person_id from message_reply where id = ${fact.subjectId}`,
  );
  return reply?.messageId && reply.personId
    ? { messageId: reply.messageId, personId: reply.personId, field }
    : undefined;
}
