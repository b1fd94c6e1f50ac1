import type { FastifyInstance, FastifyRequest } from 'fastify';
import { capability } from '../api/define.ts';
import type { Platform } from '../api/index.ts';
import { ACCESS_RULES } from './access.rules.ts';
import { accountLifecycle } from './account.lifecycle.ts';
import {
  guardAccounts,
  keepAccounts,
  keepSessions,
  openWall,
  readAccount,
  readSignInAttempt,
} from './account.permissions.ts';
import { account } from './account.register.ts';
import { open, resetSecondFactor, restore, setLink, suspend } from './accounts.commands.ts';
import { accountRoutes, sealedSecret } from './accounts.routes.ts';
import { list, mine as myAccount, record } from './accounts.views.ts';
import { revokeKey, storeKey } from './api-keys.commands.ts';
import { apiKeyRoutes } from './api-keys.routes.ts';
import { accountKeys, myKeys } from './api-keys.views.ts';
import { confirmSecondFactor, link, storePassword, storeSecondFactor } from './credentials.commands.ts';
import type { Viewer } from './define.ts';
import { oidcRoutes } from './oidc.routes.ts';
import { type OidcSettings, oidcSettings } from './oidc.ts';
import { hashPassword } from './passwords.ts';
import { prover as startProver } from './proof.ts';
import { sessionRoutes } from './session.routes.ts';
import { confirm, end, start } from './sessions.commands.ts';
import { type Sessions, startSessions } from './sessions.ts';
import { mine, ofAccount, refusals } from './sessions.views.ts';
import { signInAttempt } from './sign-in-attempt.register.ts';
import { refuse } from './sign-in-attempts.commands.ts';
import { viewerOf } from './viewer-of.ts';
import { wallRoutes } from './wall/wall.routes.ts';
import { WALL_CODE_RULES } from './wall/wall-code.rules.ts';
import { endWallSession, storeWallCode, takeWallCode } from './wall/wall-codes.commands.ts';
import { ofWall } from './wall/wall-sessions.views.ts';

export { isSeparated } from './administrators.rules.ts';
export { reachCondition, reachOf } from './scope.ts';
export { codeAt } from './second-factor.ts';
export { newToken, type RequestParts, SESSION_COOKIE, type Sessions, tellSessions, tokenDigest } from './sessions.ts';
export { viewerFor } from './viewer-for.ts';
export { isWallAccount } from './wall/wall-account.ts';
export { NOT_A_WALL } from './wall/wall-code.rules.ts';

export const identity = capability({
  name: 'identity',
  label: { zh: '身份权限', en: 'Identity and access' },
  registers: [account, signInAttempt],
  lifecycles: [accountLifecycle],
  permissions: [readAccount, keepAccounts, guardAccounts, readSignInAttempt, keepSessions, openWall],
  commands: [
    ...[open, suspend, restore, resetSecondFactor, setLink],
    ...[storePassword, storeSecondFactor, confirmSecondFactor, link],
    ...[start, confirm, end, refuse],
    ...[storeKey, revokeKey],
    ...[storeWallCode, takeWallCode, endWallSession],
  ],
  ruleSets: [ACCESS_RULES, WALL_CODE_RULES],
  views: [list, record, myAccount, mine, ofAccount, refusals, myKeys, accountKeys, ofWall],
  facts: {
    'session.ended': { zh: '会话结束', en: 'Session ended' },
    'account.password_reset': { zh: '重置口令', en: 'Password reset' },
  },
});

/** What the server needs of identity: who is asking, whether they may act, and the routes to sign in by. */
export interface IdentityServices {
  readonly sessions: Sessions;
  readonly viewerOf: (request: FastifyRequest) => Promise<Viewer | undefined>;
  readonly assertUnlocked: (viewer: Viewer) => void;
  readonly routes: (app: FastifyInstance) => void;
  stop(): Promise<void>;
}

/** Starts it; with a central sign-in where the environment (or `oidc`) names a provider. */
export async function startIdentity(
  platform: Platform,
  oidc: OidcSettings | undefined = oidcSettings(process.env),
): Promise<IdentityServices> {
  const sessions = await startSessions(platform);
  const prover = startProver(platform);
  return {
    sessions,
    viewerOf: viewerOf(sessions),
    assertUnlocked: sessions.assertUnlocked,
    routes: (app) => {
      sessionRoutes(platform, sessions, prover)(app);
      accountRoutes(platform, prover)(app);
      apiKeyRoutes(platform)(app);
      wallRoutes(platform, sessions)(app);
      if (oidc) oidcRoutes(platform, oidc)(app);
    },
    stop: sessions.stop,
  };
}

/** What a first load gives to `accounts.open` as `proofs`: a password's hash and, sealed, a one-time secret (Base32). */
export async function accountProofs(
  platform: Pick<Platform, 'keys'>,
  { password, secondFactorSecret }: { password: string; secondFactorSecret?: string },
): Promise<{ passwordHash: string; secondFactor?: string }> {
  const passwordHash = await hashPassword(password);
  if (!secondFactorSecret) return { passwordHash };
  return { passwordHash, secondFactor: sealedSecret(platform, secondFactorSecret) };
}
