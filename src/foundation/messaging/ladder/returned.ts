import { sql } from 'kysely';
import type { CommandContext } from '../../api/context.ts';
import { advance } from './climb.ts';
import { tell } from './ladders.commands.ts';
import { loadLadders } from './ladders.ts';

/** Ladders on which every letter to those who are being asked has come back go on without waiting. */
export async function onReturned(ctx: CommandContext, messageId: string, personId: string): Promise<void> {
  const ladders = await loadLadders(
    ctx,
    sql`l.message_id = ${messageId} and l.state = 'climbing'
      and exists (select 1 from ladder_person p where p.ladder_id = l.id and p.rung = l.rung and p.person_id = ${personId})
      and not exists (select 1 from ladder_person p join delivery d
        on d.message_id = l.message_id and d.person_id = p.person_id and d.state <> 'failed'
        where p.ladder_id = l.id and p.rung = l.rung)`,
  );
  for (const move of await advance(ctx, ladders, { kind: 'undeliverable' })) tell(ctx, move);
}
