import { sql } from 'kysely';
import { newId } from '../../kernel/ids.ts';
import { problem } from '../../kernel/problems.ts';
import type { CommandContext } from '../api/context.ts';

/** @throws `message.no_such_choice` for an answer that the message does not offer */
export async function checkChoice(ctx: CommandContext, messageId: string, choice: string): Promise<void> {
  const known = await ctx.row(sql`select id from message_choice where message_id = ${messageId} and id = ${choice}`);
  if (!known) throw problem('message.no_such_choice', {}, 'choice');
}

/** Keeps what somebody has answered, by whatever channel; earlier answers stay. */
export function keepAnswer(ctx: CommandContext, messageId: string, personId: string, choice: string): void {
  ctx.write(sql`insert into message_answer (id, message_id, person_id, choice, answered_at)
    values (${newId()}, ${messageId}, ${personId}, ${choice}, ${ctx.now})`);
}
