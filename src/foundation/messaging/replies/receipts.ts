import { sql } from 'kysely';
import type { CommandContext } from '../../api/context.ts';
import { type Platform, rowsOf } from '../../api/index.ts';
import { confirm } from '../ladder/climb.ts';
import { type Asks, satisfies } from '../ladder/ladder.rules.ts';

/** A receipt that named no letter is kept so long: it may have come before the letter was noted as sent. */
const STRAY_HOURS = 24;

export interface Awaited {
  readonly deliveryId: string;
  readonly channel: string;
  readonly reference: string;
}

/** Letters whose other side will say whether they arrived; one that has said it already counts now. */
export async function awaitReceipts(ctx: CommandContext, awaited: readonly Awaited[]): Promise<void> {
  if (awaited.length === 0) return;
  const rows = awaited.map(({ deliveryId, ...one }) => ({ ...one, delivery_id: deliveryId }));
  const early = await ctx.rows<{ deliveryId: string }>(sql`
    insert into delivery_receipt (channel, reference, delivery_id, state)
    select g.channel, g.reference, g.delivery_id, 'awaited'
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as g(channel text, reference text, delivery_id uuid)
    on conflict (channel, reference) do update set delivery_id = excluded.delivery_id
      where delivery_receipt.delivery_id is null
    returning case when state <> 'awaited' then delivery_id end as delivery_id`);
  await judge(
    ctx,
    early.flatMap(({ deliveryId }) => deliveryId ?? []),
  );
}

/**
 * Keeps what the other side says of letters; the first word about one counts, a repeated or invented one changes nothing.
 * @returns the letters of which all is known now
 */
export async function noteReceipts(
  platform: Platform,
  receipts: readonly { channel: string; reference: string; isDelivered: boolean; reason: string }[],
): Promise<string[]> {
  const rows = [...new Map(receipts.map((one) => [`${one.channel} ${one.reference}`, one])).values()].map(
    ({ isDelivered, ...one }) => ({ ...one, state: isDelivered ? 'delivered' : 'failed' }),
  );
  const now = platform.clock.now();
  return platform.database.transact(async (tx) => {
    await sql`
      insert into delivery_receipt (channel, reference, state, reason, heard_at)
      select g.channel, g.reference, g.state, g.reason, ${now}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as g(channel text, reference text, state text, reason text)
      order by g.channel, g.reference
      on conflict (channel, reference) do update
        set state = excluded.state, reason = excluded.reason, heard_at = excluded.heard_at
        where delivery_receipt.state = 'awaited'`.execute(tx);
    await sql`delete from delivery_receipt where delivery_id is null
      and heard_at < ${now}::timestamptz - make_interval(hours => ${STRAY_HOURS})`.execute(tx);
    const known = await rowsOf<{ deliveryId: string }>(
      tx,
      sql`select distinct r.delivery_id from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as g(channel text, reference text)
        join delivery_receipt r on r.channel = g.channel and r.reference = g.reference
        join delivery d on d.id = r.delivery_id and d.state = 'sent'
        where not exists (select 1 from delivery_receipt o where o.delivery_id = r.delivery_id and o.state = 'awaited')
          or exists (select 1 from delivery_receipt o where o.delivery_id = r.delivery_id and o.state = 'failed')`,
    );
    return known.map(({ deliveryId }) => deliveryId);
  });
}

/** A letter has arrived when all its parts have, and has not when one did not. */
export async function judge(ctx: CommandContext, deliveryIds: readonly string[]): Promise<number> {
  if (deliveryIds.length === 0) return 0;
  const judged = await ctx.rows<{
    messageId: string;
    personId: string;
    channel: string;
    state: string;
    attempts: number;
    asks: Asks;
  }>(sql`
    update delivery d set state = r.state, last_error = r.reason,
      delivered_at = case when r.state = 'delivered' then ${ctx.now}::timestamptz end
    from (select delivery_id, max(reason) filter (where state = 'failed') as reason,
        case when bool_or(state = 'failed') then 'failed' when bool_and(state = 'delivered') then 'delivered' end as state
      from delivery_receipt where delivery_id = any(${[...new Set(deliveryIds)]}::uuid[]) group by delivery_id) r
    where d.id = r.delivery_id and r.state is not null and d.state = 'sent'
    returning d.message_id, d.person_id, d.channel, d.state, d.attempts,
      (select m.asks from message m where m.id = d.message_id) as asks`);
  for (const { messageId, personId, channel, state, attempts, asks } of judged) {
    if (state === 'delivered' && satisfies('reached', asks)) await confirm(ctx, [messageId], personId);
    ctx.fact({
      kind: state === 'delivered' ? 'message.delivered' : 'message.failed',
      subject: { register: 'message', id: messageId },
      of: personId,
      payload: { channel, personId, ...(state === 'delivered' ? {} : { attempts }) },
    });
  }
  return judged.length;
}
