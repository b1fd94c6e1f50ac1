import { createHmac } from 'node:crypto';
import { sql } from 'kysely';
import { problem } from '../../kernel/problems.ts';
import { type Platform, rowsOf } from '../api/index.ts';
import { ACCESS_RULES, isThrottled, type RecentRefusals } from './access.rules.ts';

/** What stands for a typed name in the record of refusals: a list of names that do not exist may hold passwords. */
export function nameDigest(platform: Platform, username: string): string {
  return createHmac('sm3', platform.keys.master).update(`sign-in ${username}`).digest('hex');
}

export interface Claim {
  readonly username: string;
  readonly nameDigest: string;
  readonly address: string;
}

/**
 * Counted in the database, so that two replicas share it. Unknown names are counted like known ones.
 * @throws `session.throttled` with the minutes until the oldest refusal no longer counts.
 */
export async function assertNotThrottled(platform: Platform, claim: Claim): Promise<void> {
  const now = platform.clock.now();
  const rules = platform.rules(ACCESS_RULES, now).values;
  const { windowMinutes, knownAddressDays } = rules.throttle;
  const since = new Date(now.getTime() - windowMinutes * 60_000);
  const knownSince = new Date(now.getTime() - knownAddressDays * 86_400_000);
  const [recent] = await platform.database.transact(
    (tx) =>
      rowsOf<RecentRefusals & { oldest: Date | null }>(
        tx,
        sql`select count(*) filter (where is_name and is_address)::int as of_pair,
            count(*) filter (where is_name)::int as of_name,
            count(distinct name_digest) filter (where is_address and not is_name)::int as other_names,
            min(created_at) as oldest,
            exists (select 1 from session s join account a on a.id = s.account_id where a.username = ${claim.username}
              and s.address = ${claim.address} and s.started_at > ${knownSince}) as is_known
          from (select name_digest, created_at, name_digest = ${claim.nameDigest} as is_name,
              address = ${claim.address} as is_address from sign_in_attempt
            where state = 'refused' and created_at > ${since}
              and (name_digest = ${claim.nameDigest} or address = ${claim.address})) recent`,
      ),
    { readOnly: true },
  );
  if (!recent || !isThrottled(recent, rules)) return;
  const opensAt = (recent.oldest ?? now).getTime() + windowMinutes * 60_000;
  throw problem('session.throttled', { minutes: Math.max(1, Math.ceil((opensAt - now.getTime()) / 60_000)) });
}

/** One at a time for each key, in the order they came: the second guess sees that the first was wrong. */
export function oneAtATime() {
  const lines = new Map<string, Promise<unknown>>();
  return async <Result>(key: string, run: () => Promise<Result>): Promise<Result> => {
    const before = lines.get(key) ?? Promise.resolve();
    const mine = before.then(run, run);
    const settled = mine.catch(() => undefined);
    lines.set(key, settled);
    try {
      return await mine;
    } finally {
      if (lines.get(key) === settled) lines.delete(key);
    }
  };
}
