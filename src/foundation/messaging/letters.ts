import { sql } from 'kysely';
import { openPersonal, type Platform, rowsOf } from '../api/index.ts';
import type { Transaction } from '../database/index.ts';
import { person } from '../organisation/person.register.ts';
import type { Mark } from '../registers/define.ts';
import type { Channel, Letter } from './define.ts';
import type { Asks } from './ladder/ladder.rules.ts';
import { message } from './message.register.ts';
import { marked } from './message.rules.ts';

/** A delivery that one worker holds. */
export interface Claimed {
  id: string;
  messageId: string;
  personId: string;
  attempts: number;
}

interface MessageRow {
  id: string;
  headingZh: string;
  headingEn: string;
  textZh: string | null;
  textEn: string | null;
  priority: Letter['priority'];
  mark: Mark;
  asks: Asks;
}

/** Opens texts and addresses for the moment of sending, by delivery. Whoever has no address for this channel is missing. */
export async function lettersOf(
  platform: Platform,
  channel: Channel,
  claimed: readonly Claimed[],
): Promise<Map<string, Letter>> {
  return platform.database.transact(
    async (tx) => {
      const ids = [...new Set(claimed.map(({ messageId }) => messageId))];
      const rows = await rowsOf<MessageRow>(
        tx,
        sql`select id, heading_zh, heading_en, text_zh, text_en, priority, mark, asks from message
          where id = any(${ids}::uuid[])`,
      );
      await openPersonal(tx, platform.keys, message, rows);
      const choices = await rowsOf<{ messageId: string; id: string; zh: string; en: string }>(
        tx,
        sql`select message_id, id, label_zh as zh, label_en as en from message_choice
          where message_id = any(${ids}::uuid[]) order by place`,
      );
      const choicesOf = Map.groupBy(choices, (one) => one.messageId);
      const messages = new Map(rows.map((row) => [row.id, row]));
      const addresses = await addressesOf(platform, tx, channel, claimed);
      const letters = new Map<string, Letter>();
      for (const { id, messageId, personId } of claimed) {
        const [row, address] = [messages.get(messageId), addresses.get(personId)];
        if (!row || !address) continue;
        letters.set(id, {
          id,
          messageId,
          address,
          heading: marked(row.mark, { zh: row.headingZh, en: row.headingEn }),
          text: row.textZh === null ? undefined : { zh: row.textZh, en: row.textEn ?? row.textZh },
          mark: row.mark,
          priority: row.priority,
          asks: row.asks,
          choices: (choicesOf.get(messageId) ?? []).map(({ id: choice, zh, en }) => ({
            id: choice,
            label: { zh, en },
          })),
        });
      }
      return letters;
    },
    { readOnly: true },
  );
}

/** Each person's address for a channel, in plain: contacts are opened here and nowhere kept. */
async function addressesOf(
  platform: Platform,
  tx: Transaction,
  channel: Channel,
  claimed: readonly Claimed[],
): Promise<Map<string, string>> {
  if (channel.reaches === 'inbox' || channel.reaches === 'hand') return new Map();
  const ids = [...new Set(claimed.map(({ personId }) => personId))];
  if (channel.reaches === 'area') {
    const areas = await rowsOf<{ id: string; code: string }>(
      tx,
      sql`select p.id, u.area_code as code from person p join unit u on u.id = p.owner_unit_id where p.id = any(${ids}::uuid[])`,
    );
    return new Map(areas.map(({ id, code }) => [id, code]));
  }
  const field = channel.reaches.contact;
  const rows = await rowsOf<Record<string, unknown> & { id: string }>(
    tx,
    sql`select id, ${sql.ref(field)} from person where id = any(${ids}::uuid[])`,
  );
  await openPersonal(tx, platform.keys, person, rows, { unmasked: true });
  return new Map(
    rows.flatMap(({ id, [field]: address }): [string, string][] =>
      typeof address === 'string' && address !== '' ? [[id, address]] : [],
    ),
  );
}
