import { sql } from 'kysely';
import { newId } from '../../kernel/ids.ts';
import { type Problem, problem } from '../../kernel/problems.ts';
import { execute, type Platform, rowsOf, systemViewer } from '../api/index.ts';
import { open } from '../personal-data/index.ts';
import { normalUsername } from './account.register.ts';
import { isPassword, turns } from './passwords.ts';
import { stepOf } from './second-factor.ts';
import { assertNotThrottled, type Claim, nameDigest, oneAtATime } from './throttle.ts';

/** An account as those see it who judge a proof. */
export interface Candidate {
  readonly accountId: string;
  readonly personId: string;
  readonly name: string;
  readonly username: string;
  readonly isActive: boolean;
  readonly mayLink: boolean;
  readonly passwordHash: string | null;
  readonly totpSecret: Uint8Array | null;
  readonly isEnrolled: boolean;
}

export interface Proof {
  readonly candidate: Candidate;
  readonly hasSecondFactor: boolean;
}

export interface Prover {
  /** @throws `session.refused`, `session.code_needed`, `session.code_wrong`, `session.throttled`, `request.too_many` */
  signIn(given: { username: string; password: string; code?: string; address: string }): Promise<Proof>;
  /** Password or one-time code of a person whose session is open: either says that it is still them. */
  again(candidate: Candidate, given: { password?: string; code?: string; address: string }): Promise<Proof>;
  /** Runs expensive work on passwords in the same queue. */
  readonly inTurn: ReturnType<typeof turns>;
}

/** Judges proofs: two at a time in this process, one at a time for each name, every refusal counted and recorded. */
export function prover(platform: Platform): Prover {
  const inTurn = turns({ atOnce: 2, waiting: 100 });
  const inLine = oneAtATime();

  async function judge<Result>(claim: Claim, run: () => Promise<Result>): Promise<Result> {
    // Asked before the queue too, so that a flood of guesses does not make others wait.
    await assertNotThrottled(platform, claim);
    return inTurn(() =>
      inLine(claim.nameDigest, async () => {
        await assertNotThrottled(platform, claim);
        return run();
      }),
    );
  }

  async function refused(claim: Claim, accountId: string | null, reason: 'unknown' | 'password' | 'code') {
    const input = { nameDigest: claim.nameDigest, accountId, address: claim.address, reason };
    await execute(platform, { id: newId(), name: 'signInAttempts.refuse', input }, systemViewer);
    return problem(reason === 'code' ? 'session.code_wrong' : 'session.refused');
  }

  async function withCode(claim: Claim, candidate: Candidate, code: string): Promise<Problem | undefined> {
    return (await takeCode(platform, candidate, code)) ? undefined : refused(claim, candidate.accountId, 'code');
  }

  return {
    inTurn,
    signIn(given) {
      const username = normalUsername(given.username);
      const claim = { username, nameDigest: nameDigest(platform, username), address: given.address };
      return judge(claim, async () => {
        const found = await candidateBy(platform, sql`a.username = ${username}`);
        const candidate = found?.isActive ? found : undefined;
        const fits = await isPassword(candidate?.passwordHash ?? undefined, given.password);
        if (!candidate || !fits)
          throw await refused(claim, found?.accountId ?? null, candidate ? 'password' : 'unknown');
        if (!candidate.isEnrolled) return { candidate, hasSecondFactor: false };
        if (!given.code) throw problem('session.code_needed');
        const wrong = await withCode(claim, candidate, given.code);
        if (wrong) throw wrong;
        return { candidate, hasSecondFactor: true };
      });
    },
    again(candidate, given) {
      const { username } = candidate;
      const claim = { username, nameDigest: nameDigest(platform, username), address: given.address };
      return judge(claim, async () => {
        if (given.code && candidate.isEnrolled) {
          const wrong = await withCode(claim, candidate, given.code);
          if (wrong) throw wrong;
          return { candidate, hasSecondFactor: true };
        }
        const fits = await isPassword(candidate.passwordHash ?? undefined, given.password ?? '');
        if (!fits) throw await refused(claim, candidate.accountId, 'password');
        return { candidate, hasSecondFactor: false };
      });
    },
  };
}

/** The account that a condition on `a` (account) and `c` (credential) finds. */
export async function candidateBy(platform: Platform, which: ReturnType<typeof sql>): Promise<Candidate | undefined> {
  return platform.database.transact(
    async (tx) => {
      const [row] = await rowsOf<Candidate>(
        tx,
        sql`select a.id as account_id, a.person_id, p.name, a.username, a.state = 'active' as is_active, a.may_link,
            c.password_hash, c.totp_secret, coalesce(c.totp_confirmed_at is not null, false) as is_enrolled
          from account a join person p on p.id = a.person_id left join credential c on c.account_id = a.id
          where ${which}`,
      );
      return row;
    },
    { readOnly: true },
  );
}

/** The step of a code that fits this account's secret now, enrolled or about to be. */
export function fittingStep(platform: Platform, candidate: Candidate, code: string): number | undefined {
  if (!candidate.totpSecret) return undefined;
  const secret = open(platform.keys.master, candidate.totpSecret).toString('utf8');
  return stepOf(secret, code, platform.clock.now());
}

/** Takes a code: right, and later than the last one taken, decided by the row so that two replicas agree. */
async function takeCode(platform: Platform, candidate: Candidate, code: string): Promise<boolean> {
  const step = fittingStep(platform, candidate, code);
  if (step === undefined) return false;
  const taken = await sql`update credential set totp_last_step = ${step} where account_id = ${candidate.accountId}
    and coalesce(totp_last_step, 0) < ${step} returning account_id`.execute(platform.database.kysely);
  return taken.rows.length === 1;
}
