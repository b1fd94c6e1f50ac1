import { sql } from 'kysely';
import { newId } from '../../kernel/ids.ts';
import type { CommandContext } from '../api/context.ts';
import type { Channel } from './define.ts';

export interface DeliveryRow {
  readonly messageId: string;
  readonly personId: string;
  readonly channel: Channel;
}

/**
 * Queues letters and opens the message to its people. The inbox keeps one entry per person, however often they are
 * asked; of other channels every attempt is a delivery of its own (`round`).
 */
export function writeDeliveries(ctx: CommandContext, deliveries: readonly DeliveryRow[]): void {
  if (deliveries.length === 0) return;
  const rows = new Map<string, object>();
  for (const { messageId, personId, channel } of deliveries) {
    rows.set(`${messageId} ${personId} ${channel.name}`, {
      id: newId(),
      message_id: messageId,
      person_id: personId,
      channel: channel.name,
      state: channel.reaches === 'inbox' ? 'sent' : 'queued',
    });
  }
  ctx.write(sql`
    with given as (
      select * from jsonb_to_recordset(${JSON.stringify([...rows.values()])}::jsonb)
        as g(id uuid, message_id uuid, person_id uuid, channel text, state text)),
    written as (
      insert into delivery (id, message_id, person_id, channel, round, state, queued_at, next_attempt_at, sent_at)
      select g.id, g.message_id, g.person_id, g.channel,
        case when g.state = 'sent' then 1 else 1 + coalesce((select max(d.round) from delivery d
          where d.message_id = g.message_id and d.person_id = g.person_id and d.channel = g.channel), 0) end,
        g.state, ${ctx.now}::timestamptz, ${ctx.now}::timestamptz,
        case when g.state = 'sent' then ${ctx.now}::timestamptz end
      from given g on conflict do nothing)
    insert into involvement (register, record_id, person_id, since)
    select distinct 'message', message_id, person_id, ${ctx.now}::timestamptz from given
    on conflict do nothing`);
}
