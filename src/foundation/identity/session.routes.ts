import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import { z } from 'zod';
import { newId } from '../../kernel/ids.ts';
import { problem } from '../../kernel/problems.ts';
import { execute, type Platform, readInput } from '../api/index.ts';
import { beginSession } from './begin-session.ts';
import { ANYBODY, grantsOf, SIGNED_IN, type Viewer } from './define.ts';
import { candidateBy, type Prover } from './proof.ts';
import { forgetSessions, type Owed, SESSION_COOKIE, type Sessions } from './sessions.ts';

/** Secrets are short; nobody needs more than this to sign in. */
export const SMALL = 16 * 1024;

const credentials = z.object({
  username: z.string().min(1).max(60),
  password: z.string().min(1).max(200),
  code: z.string().max(10).optional(),
});
const again = z.object({ password: z.string().max(200).optional(), code: z.string().max(10).optional() });

/**
 * `POST GET DELETE /api/session`, `GET /api/session/present` and `POST /api/session/unlock`: sign in, who am I, sign out,
 * is anybody here, still me. Written by hand because they deal in secrets and cookies; what happened is recorded by
 * commands like everything else.
 */
export function sessionRoutes(platform: Platform, sessions: Sessions, prover: Prover) {
  return (app: FastifyInstance): void => {
    app.post('/api/session', { config: { may: ANYBODY }, bodyLimit: SMALL }, async (request, reply) => {
      const given = readInput(credentials, request.body, { zh: '登录', en: 'Sign in' }) as z.output<typeof credentials>;
      const { username, password, code } = given;
      const proof = await prover.signIn({ username, password, address: request.ip, ...(code ? { code } : {}) });
      const token = await beginSession(platform, proof, { ...arrivalOf(request), means: 'password' });
      setCookie(request, reply, token);
      return describe(platform, sessions, await sessions.resolveViewer({ token }));
    });

    app.get('/api/session', { config: { may: ANYBODY } }, (request) => describe(platform, sessions, request.viewer));

    // For a page that has just been opened: that nobody is signed in yet is an answer there, not a refusal.
    app.get('/api/session/present', { config: { may: ANYBODY } }, ({ viewer }) => ({
      viewer: viewer ? describe(platform, sessions, viewer) : null,
    }));

    app.delete('/api/session', { config: { may: ANYBODY } }, async (request, reply) => {
      const { viewer } = request;
      // A key is not a session: it is revoked where keys are kept.
      if (viewer && !request.headers.authorization) {
        await execute(platform, { id: newId(), name: 'sessions.end', input: { id: viewer.sessionId } }, viewer);
      }
      void reply.clearCookie(SESSION_COOKIE, { path: '/' });
      return reply.code(204).send();
    });

    const settles: readonly Owed[] = ['second_factor'];
    app.post('/api/session/unlock', { config: { may: SIGNED_IN, settles }, bodyLimit: SMALL }, async (request) => {
      const given = readInput(again, request.body, { zh: '重新验证', en: 'Unlock' }) as z.output<typeof again>;
      const viewer = request.viewer as Viewer;
      const candidate = await candidateBy(platform, sql`a.id = ${viewer.accountId}`);
      if (!candidate) throw problem('session.missing');
      const { hasSecondFactor } = await prover.again(candidate, {
        address: request.ip,
        ...(given.password ? { password: given.password } : {}),
        ...(given.code ? { code: given.code } : {}),
      });
      const input = { sessionId: viewer.sessionId, accountId: viewer.accountId, hasSecondFactor };
      await execute(platform, { id: newId(), name: 'sessions.confirm', input }, viewer);
      forgetSessions();
      return describe(platform, sessions, await sessions.resolveViewer({ token: request.cookies[SESSION_COOKIE] }));
    });
  };
}

export function arrivalOf(request: FastifyRequest) {
  return {
    address: request.ip,
    userAgent: request.headers['user-agent'] ?? '',
    oldToken: request.cookies[SESSION_COOKIE],
  };
}

/** Without an age the cookie goes with the browser, the session with its own end in the database. @param maxAge seconds */
export function setCookie(request: FastifyRequest, reply: FastifyReply, token: string, maxAge?: number): void {
  const isSecure = request.protocol === 'https' || (process.env.PUBLIC_URL ?? '').startsWith('https:');
  const lasts = maxAge === undefined ? {} : { maxAge };
  void reply.setCookie(SESSION_COOKIE, token, {
    ...{ path: '/', httpOnly: true, sameSite: 'strict', secure: isSecure },
    ...lasts,
  });
}

/** What a browser may know of its session. @throws `session.missing` for nobody. */
export function describe(platform: Platform, sessions: Sessions, viewer: Viewer | undefined) {
  if (!viewer) throw problem('session.missing');
  const owed = sessions.owes(viewer);
  return {
    person: { id: viewer.personId, name: viewer.name },
    hats: viewer.hats.map(({ id, postName, role, unit }) => ({ id, postName, role, unit })),
    actingHatId: viewer.acting?.id ?? null,
    permissions: [...platform.catalogue.permissions.values()]
      .filter((permission) => grantsOf(permission, viewer.hats).length > 0)
      .map((permission) => permission.name),
    idleLockMinutes: sessions.idleMinutes(viewer),
    isLocked: sessions.isLocked(viewer),
    needsSecondFactor: owed === 'second_factor',
    mustChangePassword: owed === 'password',
    installation: platform.installation,
    now: platform.clock.now(),
  };
}
