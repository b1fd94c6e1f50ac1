import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { z } from 'zod';
import { isId, newId } from '../../kernel/ids.ts';
import { problem } from '../../kernel/problems.ts';
import { execute, type Platform, readInput, rowsOf } from '../api/index.ts';
import { seal } from '../personal-data/index.ts';
import { ACCESS_RULES, isAdministrator, passwordFault } from './access.rules.ts';
import { keepAccounts } from './account.permissions.ts';
import { SIGNED_IN, type Viewer } from './define.ts';
import { hatsOf } from './hats.ts';
import { hashPassword, isPassword } from './passwords.ts';
import { type Candidate, candidateBy, fittingStep, type Prover } from './proof.ts';
import { newEnrolment } from './second-factor.ts';
import { SMALL } from './session.routes.ts';

const changeInput = z.object({ current: z.string().max(200), next: z.string().min(1).max(200) });
const resetInput = z.object({ password: z.string().min(1).max(200) });
const codeInput = z.object({ code: z.string().min(1).max(10) });

/**
 * Passwords and authenticators. The addresses are those commands would have; they are written by hand because a
 * command keeps a digest of its input and its whole answer, and hashing may not hold a transaction open.
 */
export function accountRoutes(platform: Platform, prover: Prover) {
  const run = (name: string, input: unknown, viewer: Viewer) => execute(platform, { id: newId(), name, input }, viewer);

  async function self(viewer: Viewer): Promise<Candidate> {
    const candidate = await candidateBy(platform, sql`a.id = ${viewer.accountId}`);
    if (!candidate) throw problem('session.missing');
    return candidate;
  }

  return (app: FastifyInstance): void => {
    app.post(
      '/api/accounts/change-password',
      { config: { may: SIGNED_IN, settles: ['password'] }, bodyLimit: SMALL },
      async (request) => {
        const { current, next } = readInput(changeInput, request.body, {
          zh: '修改口令',
          en: 'Change password',
        }) as z.output<typeof changeInput>;
        const viewer = request.viewer as Viewer;
        const candidate = await self(viewer);
        await prover.again(candidate, { password: current, address: request.ip });
        const passwordHash = await newHash(platform, prover, candidate, next, 'next');
        await run('accounts.storePassword', { accountId: viewer.accountId, passwordHash, mustChange: false }, viewer);
        return {};
      },
    );

    app.post<{ Params: { id: string } }>(
      '/api/accounts/:id/reset-password',
      { config: { may: keepAccounts, acts: true }, bodyLimit: SMALL },
      async (request) => {
        const { password } = readInput(resetInput, request.body, {
          zh: '重置口令',
          en: 'Reset password',
        }) as z.output<typeof resetInput>;
        const accountId = request.params.id.toLowerCase();
        const candidate = isId(accountId) ? await candidateBy(platform, sql`a.id = ${accountId}`) : undefined;
        if (!candidate) throw problem('record.unknown', {}, 'id');
        const passwordHash = await newHash(platform, prover, candidate, password, 'password');
        await run('accounts.storePassword', { accountId, passwordHash, mustChange: true }, request.viewer as Viewer);
        return {};
      },
    );

    app.post(
      '/api/accounts/enrol-second-factor',
      { config: { may: SIGNED_IN, acts: true, settles: ['second_factor'] }, bodyLimit: SMALL },
      async (request) => {
        const viewer = request.viewer as Viewer;
        const { accountId, username } = await self(viewer);
        const enrolment = await newEnrolment(username, platform.installation.name);
        await run(
          'accounts.storeSecondFactor',
          { accountId, sealed: sealedSecret(platform, enrolment.secret) },
          viewer,
        );
        return enrolment;
      },
    );

    app.post(
      '/api/accounts/confirm-second-factor',
      { config: { may: SIGNED_IN, acts: true, settles: ['second_factor'] }, bodyLimit: SMALL },
      async (request) => {
        const { code } = readInput(codeInput, request.body, {
          zh: '验证动态口令',
          en: 'Confirm the code',
        }) as z.output<typeof codeInput>;
        const viewer = request.viewer as Viewer;
        const candidate = await self(viewer);
        if (candidate.isEnrolled) throw problem('session.second_factor_there');
        if (!candidate.totpSecret) throw problem('session.second_factor_not_begun');
        const step = fittingStep(platform, candidate, code);
        if (step === undefined) throw problem('session.code_wrong', {}, 'code');
        const { accountId, sessionId } = viewer;
        await run('accounts.bringSecondFactorInForce', { accountId, sessionId, step }, viewer);
        return {};
      },
    );
  };
}

/** Sealed under the key that is not in the database, as hex. */
export function sealedSecret({ keys }: Pick<Platform, 'keys'>, secret: string): string {
  return seal(keys.master, Buffer.from(secret, 'utf8')).toString('hex');
}

/** The hash of a password that may be set on this account. @throws `session.password_weak` */
async function newHash(
  platform: Platform,
  prover: Prover,
  { accountId, personId, username, passwordHash }: Candidate,
  password: string,
  field: string,
): Promise<string> {
  const { roles, former } = await platform.database.transact(
    async (tx) => ({
      roles: (await hatsOf(tx, personId, platform.clock.now())).map((hat) => hat.role),
      former: await rowsOf<{ passwordHash: string }>(
        tx,
        sql`select password_hash from password_history where account_id = ${accountId}`,
      ),
    }),
    { readOnly: true },
  );
  const rules = platform.rules(ACCESS_RULES, platform.clock.now()).values;
  const fault = passwordFault(password, { username, isAdministrator: isAdministrator(roles) }, rules);
  if (fault) throw problem('session.password_weak', { reason: fault }, field);
  return prover.inTurn(async () => {
    for (const hash of [passwordHash, ...former.map((row) => row.passwordHash)]) {
      if (hash && (await isPassword(hash, password))) {
        throw problem(
          'session.password_weak',
          { reason: { zh: '不能与最近使用过的口令相同', en: 'it was used recently' } },
          field,
        );
      }
    }
    return hashPassword(password);
  });
}
