import { sql } from 'kysely';
import type { ReadContext } from '../../foundation/api/context.ts';

/** The linkage whose message this is, while it is under way. */
export const linkageOf = (ctx: ReadContext, messageId: string) =>
  ctx.row<{ id: string }>(sql`select id from linkage where message_id = ${messageId} and state = 'sent'`);

/** Is anybody of the message still asked, or with a human? */
export async function isOpen(ctx: ReadContext, messageId: string | null): Promise<boolean> {
  const open = await ctx.row(sql`select 1 as one from ladder
    where message_id = ${messageId}::uuid and state in ('climbing', 'with_human') limit 1`);
  return open !== undefined;
}

/** Which contact of a person a channel needs; of the others nothing is to be put right. */
const FIELD_OF: Readonly<Record<string, 'phone' | 'email'>> = { sms: 'phone', smtp: 'email' };

interface WrongNumber {
  messageId: string;
  personId: string;
  field: 'phone' | 'email';
}

/** Whose number a fact of a message says does not reach them. */
export async function wrongNumberOf(
  ctx: ReadContext,
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
