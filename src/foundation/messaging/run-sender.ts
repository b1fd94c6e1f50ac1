import { sql } from 'kysely';
import { startOfDay } from '../../kernel/calendar.ts';
import { newId } from '../../kernel/ids.ts';
import { Problem } from '../../kernel/problems.ts';
import { execute, type Platform, rowsOf, startWatch, systemViewer, type Watch } from '../api/index.ts';
import type { Transaction } from '../database/index.ts';
import { allowance, CHANNEL_LIMITS, limitOf } from './channel-limits.rules.ts';
import { CHANNELS } from './channels/index.ts';
import type { Channel, Environment, Letter, OpenChannel, Outcome } from './define.ts';
import { type Claimed, lettersOf } from './letters.ts';
import { DELIVERY_RULES, waitSeconds } from './message.rules.ts';
import { hearing } from './replies/hearing.ts';

const POLL_MS = 500;
/** Letters taken from the queue in one go, for each that may be on its way. */
const GO = 4;
const MOST_AT_ONCE = 200;
/** A worker that died with letters in hand lets go of them after this; longer than any channel's own time limits. */
const CLAIM_SECONDS = 120;

export type Sender = Pick<Watch, 'drain' | 'stop'>;

type Result = Extract<Outcome, { kind: 'sent' }> | { kind: 'failed'; reason: string };

/**
 * Hands queued deliveries to their channels, outside every transaction: claim, commit, send, settle. Each channel has a
 * line of its own, so that one that hangs holds up no other. What fails stays queued with a growing wait; replicas share
 * the queue by skipping each other's rows. A crash between sending and settling repeats the letter under the same id:
 * twice is better than never.
 */
export function runSender(platform: Platform, environment: Environment): Sender {
  const hear = hearing(platform);
  const lines = (CHANNELS as readonly Channel[]).flatMap((channel) => {
    const reason = channel.whyOff(environment);
    if (reason) platform.log('info', 'channel.off', { channel: channel.name, reason: reason.en });
    return !reason && channel.open
      ? [
          line(
            platform,
            channel,
            channel.open(environment, hear(channel.name), () => platform.clock.now()),
          ),
        ]
      : [];
  });
  return {
    drain: async () => void (await Promise.all(lines.map(({ watch }) => watch.drain()))),
    async stop() {
      await Promise.all(lines.map(({ watch }) => watch.stop()));
      for (const { post } of lines) await post.close();
    },
  };
}

function line(platform: Platform, channel: Channel, post: OpenChannel): { watch: Watch; post: OpenChannel } {
  const watch = startWatch(platform, `sender.${channel.name}`, async (isStopped) => {
    const most = Math.min(MOST_AT_ONCE, (channel.atOnce ?? 1) * GO);
    while (!isStopped()) {
      const claimed = await claim(platform, channel.name, most);
      if (claimed.length === 0) break;
      await sendAll(platform, channel, post, claimed);
    }
    return POLL_MS;
  });
  return { watch, post };
}

async function claim(platform: Platform, channel: string, atMost: number): Promise<Claimed[]> {
  const now = platform.clock.now();
  return platform.database.transact(async (tx) => {
    const allowed = await allowanceOf(platform, tx, channel, now);
    const most = Math.min(atMost, allowed.most);
    if (most === 0) return [];
    return rowsOf<Claimed>(
      tx,
      sql`with due as (
        select id from delivery where state = 'queued' and channel = ${channel}
          and next_attempt_at <= ${now} and (claimed_until is null or claimed_until < ${now})
          and (${allowed.hasNormal} or exists (select 1 from message m where m.id = message_id and m.priority <> 'normal'))
        order by next_attempt_at limit ${most} for update skip locked)
      update delivery d set attempts = attempts + 1,
        claimed_until = ${now}::timestamptz + make_interval(secs => ${CLAIM_SECONDS})
      from due where d.id = due.id returning d.id, d.message_id, d.person_id, d.attempts`,
    );
  });
}

/** What the channel's limits leave; nothing is counted where none are set. */
async function allowanceOf(
  platform: Platform,
  tx: Transaction,
  channel: string,
  now: Date,
): Promise<ReturnType<typeof allowance>> {
  const limit = limitOf(platform.rules(CHANNEL_LIMITS, now).values.channels, channel);
  if (limit.perMinute === 0 && limit.perDay === 0) return allowance(limit, { now, lastMinute: 0, today: 0 });
  const [sent] = await rowsOf<{ lastMinute: number; today: number }>(
    tx,
    sql`select count(*) filter (where sent_at > ${now}::timestamptz - interval '1 minute')::int as last_minute,
        count(*)::int as today
      from delivery where channel = ${channel}
        and sent_at >= ${startOfDay(now)}::timestamptz - interval '1 minute'`,
  );
  return allowance(limit, { now, lastMinute: sent?.lastMinute ?? 0, today: sent?.today ?? 0 });
}

/** Some at once, as many as the channel bears; what became of them is noted together. */
async function sendAll(
  platform: Platform,
  channel: Channel,
  post: OpenChannel,
  claimed: readonly Claimed[],
): Promise<void> {
  const letters = await lettersOf(platform, channel, claimed);
  const queue = [...claimed];
  const settled: { deliveryId: string; attempt: number; outcome: Result }[] = [];
  const one = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const outcome = await attempt(platform, post, letters.get(next.id), next);
      if (outcome) settled.push({ deliveryId: next.id, attempt: next.attempts, outcome });
    }
  };
  await Promise.all(Array.from({ length: channel.atOnce ?? 1 }, one));
  if (settled.length === 0) return;
  try {
    await execute(platform, { id: newId(), name: 'messages.settle', input: { deliveries: settled } }, systemViewer);
  } catch (error) {
    if (!(error instanceof Problem && error.key === 'message.nothing_new')) throw error;
  }
}

/** @returns undefined when it failed for now and waits in the queue. */
async function attempt(
  platform: Platform,
  post: OpenChannel,
  letter: Letter | undefined,
  delivery: Claimed,
): Promise<Result | undefined> {
  if (!letter) return { kind: 'failed', reason: 'no address' };
  try {
    const outcome = await post.send(letter);
    return outcome.kind === 'sent' ? outcome : { kind: 'failed', reason: outcome.reason };
  } catch (error) {
    const reason = (error as { code?: string }).code ?? 'not reachable';
    if (delivery.attempts >= platform.rules(DELIVERY_RULES, platform.clock.now()).values.maxAttempts) {
      return { kind: 'failed', reason };
    }
    await wait(platform, delivery, reason);
    return undefined;
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
