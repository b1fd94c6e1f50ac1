import { sql } from 'kysely';
import type { CommandContext } from '../api/context.ts';
import { message } from './message.register.ts';
import { sendMessage } from './send.ts';

/**
 * Tells a named person that a delivery failed: whoever sent it, or, where the server sent it by itself, the addressee
 * through the inbox that every message has anyway. The delivery ends as escalated, with that person on it.
 */
export async function escalate(
  ctx: CommandContext,
  messageId: string,
  personId: string,
  channel: string,
): Promise<void> {
  const row = await ctx.record(message, messageId);
  const sender = await ctx.row<{ id: string }>(sql`select id from person where id = ${row.createdBy}`);
  const human = sender?.id ?? personId;
  const failed = await ctx.rows(sql`
    update delivery set state = 'escalated', escalated_to = ${human}
    where message_id = ${messageId} and person_id = ${personId} and channel = ${channel} and state = 'failed'
    returning id`);
  if (failed.length === 0) return;
  await sendMessage(ctx, {
    to: [human],
    template: 'message.failed',
    heading: { zh: `未送达：${row.headingZh}`, en: `Not delivered: ${row.headingEn}` },
    text: {
      zh: '该消息未能经外部渠道送达，请用电话确认。',
      en: 'It could not be sent outside; please confirm by telephone.',
    },
    priority: row.priority,
    about: { register: 'message', id: messageId },
    mark: row.mark,
  });
}
