import { sql } from 'kysely';
import type { CommandContext } from '../../api/context.ts';
import type { Mark } from '../../registers/define.ts';
import type { Asks, LadderState } from './ladder.rules.ts';

/** The message to one addressee, on its way. Its place is a row of the `ladder` table; nothing is kept in memory. */
export interface Ladder extends LadderState {
  readonly id: string;
  /** The addressee, by kind and input. */
  readonly kind: string;
  readonly input: unknown;
  /** The unit they are meant in; null where only the message's own unit is known. */
  readonly unitId: string | null;
  readonly message: LadderMessage;
}

export interface LadderMessage {
  readonly id: string;
  readonly template: string;
  readonly asks: Asks;
  readonly priority: 'extra_urgent' | 'urgent' | 'normal';
  readonly mark: Mark;
  readonly sentAt: Date;
  readonly createdBy: string;
  readonly ownerUnitId: string;
  readonly subjectRegister: string | null;
  readonly subjectId: string | null;
}

interface Row extends LadderState, Omit<LadderMessage, 'id'> {
  id: string;
  kind: string;
  input: unknown;
  unitId: string | null;
  messageId: string;
}

/** Ladders with their message, locked for this transaction; `which` is a condition on `l` and `m`. */
export async function loadLadders(
  ctx: CommandContext,
  which: ReturnType<typeof sql>,
  { limit, isSkipping = false }: { limit?: number; isSkipping?: boolean } = {},
): Promise<Ladder[]> {
  const rows = await ctx.rows<Row>(sql`
    select l.id, l.kind, l.input, l.unit_id, l.state, l.rung, l.round, l.next_at, m.id as message_id, m.template, m.asks, m.priority,
      m.mark, m.sent_at, m.created_by, m.owner_unit_id, m.subject_register, m.subject_id
    from ladder l join message m on m.id = l.message_id
    where ${which} order by l.next_at, l.id limit ${limit ?? null}::bigint
    for update of l ${isSkipping ? sql`skip locked` : sql``}`);
  return rows.map(
    ({
      messageId,
      template,
      asks,
      priority,
      mark,
      sentAt,
      createdBy,
      ownerUnitId,
      subjectRegister,
      subjectId,
      ...ladder
    }) => ({
      ...ladder,
      message: {
        id: messageId,
        template,
        asks,
        priority,
        mark,
        sentAt,
        createdBy,
        ownerUnitId,
        subjectRegister,
        subjectId,
      },
    }),
  );
}

/** Open ladders of these messages on which a person has been asked. */
export function laddersAsking(ctx: CommandContext, messageIds: readonly string[], personId: string): Promise<Ladder[]> {
  return loadLadders(
    ctx,
    sql`l.message_id = any(${[...messageIds]}::uuid[]) and l.state in ('climbing', 'with_human')
      and exists (select 1 from ladder_person p where p.ladder_id = l.id and p.person_id = ${personId})`,
  );
}
