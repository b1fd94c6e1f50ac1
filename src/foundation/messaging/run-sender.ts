import { sql } from 'kysely';
import { newId } from '../../kernel/ids.ts';
import { Problem } from '../../kernel/problems.ts';
import { execute, openPersonal, type Platform, rowsOf, startWatch, systemViewer, type Watch } from '../api/index.ts';
import type { Transaction } from '../database/index.ts';
import { person } from '../organisation/person.register.ts';
import type { Mark } from '../registers/define.ts';
import { CHANNELS } from './channels/index.ts';
import type { Channel, Environment, Letter, OpenChannel, Outcome } from './define.ts';
import { message } from './message.register.ts';
import { DELIVERY_RULES, marked, waitSeconds } from './message.rules.ts';

const POLL_MS = 500;
const BATCH = 20;
/** A worker that died with letters in hand lets go of them after this; longer than any channel's own time limits. */
const CLAIM_SECONDS = 120;

export type Sender = Pick<Watch, 'drain' | 'stop'>;

interface Claimed {
  id: string;
  messageId: string;
  personId: string;
  channel: string;
  attempts: number;
}

/**
 * Hands queued deliveries to their channels, outside every transaction: claim, commit, send, settle. What fails stays
 * queued with a growing wait; replicas share the queue by skipping each other's rows. A crash between sending and
 * settling repeats the letter under the same id: twice is better than never.
 */
export function runSender(platform: Platform, environment: Environment): Sender {
  const open = new Map<string, { channel: Channel; post: OpenChannel }>();
  for (const channel of CHANNELS as readonly Channel[]) {
    const reason = channel.whyOff(environment);
    if (reason) platform.log('info', 'channel.off', { channel: channel.name, reason: reason.en });
    else if (channel.open) open.set(channel.name, { channel, post: channel.open(environment) });
  }
  const watch = startWatch(platform, 'sender', async (isStopped) => {
    // Which channels are on is decided at the start: without one there is nothing to look for.
    if (open.size === 0) return Number.POSITIVE_INFINITY;
    while (!isStopped()) {
      const claimed = await claim(platform, [...open.keys()]);
      if (claimed.length === 0) break;
      for (const delivery of claimed) {
        const { channel, post } = open.get(delivery.channel) as { channel: Channel; post: OpenChannel };
        await attempt(platform, channel, post, delivery);
      }
    }
    return POLL_MS;
  });
  return {
    drain: watch.drain,
    async stop() {
      await watch.stop();
      for (const { post } of open.values()) await post.close();
    },
  };
}

async function claim(platform: Platform, channels: readonly string[]): Promise<Claimed[]> {
  const now = platform.clock.now();
  return platform.database.transact((tx) =>
    rowsOf<Claimed>(
      tx,
      sql`with due as (
        select id from delivery where state = 'queued' and channel = any(${channels}::text[])
          and next_attempt_at <= ${now} and (claimed_until is null or claimed_until < ${now})
        order by next_attempt_at limit ${BATCH} for update skip locked)
      update delivery d set attempts = attempts + 1,
        claimed_until = ${now}::timestamptz + make_interval(secs => ${CLAIM_SECONDS})
      from due where d.id = due.id returning d.id, d.message_id, d.person_id, d.channel, d.attempts`,
    ),
  );
}

async function attempt(platform: Platform, channel: Channel, post: OpenChannel, delivery: Claimed): Promise<void> {
  let outcome: Outcome | { kind: 'failed'; reason: string };
  try {
    const letter = await letterOf(platform, channel, delivery);
    outcome = letter ? await post.send(letter) : { kind: 'refused', reason: 'no address' };
  } catch (error) {
    const reason = (error as { code?: string }).code ?? 'not reachable';
    if (delivery.attempts < platform.rules(DELIVERY_RULES, platform.clock.now()).values.maxAttempts)
      return wait(platform, delivery, reason);
    outcome = { kind: 'failed', reason };
  }
  try {
    const settled = outcome.kind === 'sent' ? outcome : { kind: 'failed', reason: outcome.reason };
    const input = { deliveryId: delivery.id, attempt: delivery.attempts, outcome: settled };
    await execute(platform, { id: newId(), name: 'messages.settle', input }, systemViewer);
  } catch (error) {
    if (!(error instanceof Problem && error.key === 'message.nothing_new')) throw error;
  }
}

async function wait(platform: Platform, delivery: Claimed, reason: string): Promise<void> {
  const now = platform.clock.now();
  const seconds = waitSeconds(delivery.attempts, platform.rules(DELIVERY_RULES, now).values);
  const next = new Date(now.getTime() + seconds * 1000);
  await sql`update delivery set claimed_until = null, last_error = ${reason}, next_attempt_at = ${next}
    where id = ${delivery.id} and state = 'queued' and attempts = ${delivery.attempts}`.execute(
    platform.database.kysely,
  );
}

/** Opens text and address for the moment of sending. Undefined when the person has no address for this channel. */
async function letterOf(platform: Platform, channel: Channel, delivery: Claimed): Promise<Letter | undefined> {
  return platform.database.transact(
    async (tx) => {
      const [row] = await rowsOf<{
        id: string;
        headingZh: string;
        headingEn: string;
        textZh: string | null;
        textEn: string | null;
        priority: Letter['priority'];
        mark: Mark;
      }>(
        tx,
        sql`select id, heading_zh, heading_en, text_zh, text_en, priority, mark from message
          where id = ${delivery.messageId}`,
      );
      const address = await contactOf(platform, tx, channel, delivery.personId);
      if (!row || !address) return undefined;
      await openPersonal(tx, platform.keys, message, [row]);
      return {
        id: delivery.id,
        address,
        heading: marked(row.mark, { zh: row.headingZh, en: row.headingEn }),
        text: row.textZh === null ? undefined : { zh: row.textZh, en: row.textEn ?? row.textZh },
        mark: row.mark,
        priority: row.priority,
      };
    },
    { readOnly: true },
  );
}
/** The person's address for a channel, in plain: contacts are opened here and nowhere kept. */
async function contactOf(
  platform: Platform,
  tx: Transaction,
  channel: Channel,
  personId: string,
): Promise<string | undefined> {
  if (channel.reaches === 'inbox') return undefined;
  const field = channel.reaches.contact;
  const rows = await rowsOf<Record<string, unknown>>(
    tx,
    sql`select id, ${sql.ref(field)} from person where id = ${personId}`,
  );
  await openPersonal(tx, platform.keys, person, rows, { unmasked: true });
  const address = rows[0]?.[field];
  return typeof address === 'string' && address !== '' ? address : undefined;
}
