import { randomBytes } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { z } from 'zod';
import { newId } from '../../../kernel/ids.ts';
import { Problem, problem } from '../../../kernel/problems.ts';
import { execute, type Platform, readInput, systemViewer } from '../../api/index.ts';
import { idInput } from '../../registers/types/reference.type.ts';
import { ACCESS_RULES } from '../access.rules.ts';
import { openWall } from '../account.permissions.ts';
import { beginSession } from '../begin-session.ts';
import { ANYBODY, type Viewer } from '../define.ts';
import { candidateBy } from '../proof.ts';
import { arrivalOf, describe, SMALL, setCookie } from '../session.routes.ts';
import { type Sessions, tokenDigest } from '../sessions.ts';
import { assertNotThrottled, nameDigest } from '../throttle.ts';
import { codeFrom, isWallPath, shownCode, typedCode, WALL_CODE_RULES } from './wall-code.rules.ts';

const issueInput = z.object({ personId: idInput, opens: z.string().max(60).refine(isWallPath) });
const codeInput = z.object({ code: z.string().max(40) });

/**
 * `POST /api/wall-codes/issue` and `POST /api/session/wall`: a session for the screen on the wall without a password on it. By hand,
 * because the answers hold secrets, and a command's answer stays in its receipt.
 */
export function wallRoutes(platform: Platform, sessions: Sessions) {
  return (app: FastifyInstance): void => {
    app.post('/api/wall-codes/issue', { config: { may: openWall, acts: true }, bodyLimit: SMALL }, async (request) => {
      const given = readInput(issueInput, request.body, { zh: '签发大屏代码', en: 'Issue a code for the wall' });
      const { personId, opens } = given as z.output<typeof issueInput>;
      const code = newCode();
      const now = platform.clock.now();
      const { minutes } = platform.rules(WALL_CODE_RULES, now).values;
      const expiresAt = new Date(now.getTime() + minutes * 60_000);
      const digest = tokenDigest(code).toString('hex');
      const input = { codeId: newId(), personId, digest, opens, expiresAt: expiresAt.toISOString() };
      await execute(platform, { id: newId(), name: 'wallCodes.store', input }, request.viewer as Viewer);
      return { code: shownCode(code), opens, expiresAt };
    });

    app.post('/api/session/wall', { config: { may: ANYBODY }, bodyLimit: SMALL }, async (request, reply) => {
      const given = readInput(codeInput, request.body, { zh: '大屏代码', en: 'Code of the wall' });
      const code = typedCode((given as z.output<typeof codeInput>).code);
      // Guessing is counted by where it comes from: nobody's desk is closed by it.
      const username = `wall ${request.ip}`;
      const claim = { username, nameDigest: nameDigest(platform, username), address: request.ip };
      await assertNotThrottled(platform, claim);
      const taken = await takeCode(platform, code).catch(async (error: unknown) => {
        if (!(error instanceof Problem) || error.key !== 'session.wall_code') throw error;
        const input = { nameDigest: claim.nameDigest, accountId: null, address: request.ip, reason: 'code' };
        await execute(platform, { id: newId(), name: 'signInAttempts.refuse', input }, systemViewer);
        throw error;
      });
      const candidate = await candidateBy(platform, sql`a.id = ${taken.accountId}`);
      if (!candidate) throw problem('session.wall_code', {}, 'code');
      const proof = { candidate, hasSecondFactor: false };
      const token = await beginSession(platform, proof, { ...arrivalOf(request), means: 'wall_code' });
      const { session } = platform.rules(ACCESS_RULES, platform.clock.now()).values;
      // The machine behind the wall is switched off at night: its cookie lasts as long as its session.
      setCookie(request, reply, token, session.wallHours * 3600);
      return { opens: taken.opens, viewer: describe(platform, sessions, await sessions.resolveViewer({ token })) };
    });
  };
}

/** @throws `session.wall_code` */
async function takeCode(platform: Platform, code: string | undefined) {
  if (!code) throw problem('session.wall_code', {}, 'code');
  const input = { digest: tokenDigest(code).toString('hex') };
  const { output } = await execute(platform, { id: newId(), name: 'wallCodes.take', input }, systemViewer);
  return output as { accountId: string; opens: string };
}

function newCode(): string {
  for (;;) {
    const code = codeFrom(randomBytes(32));
    if (code) return code;
  }
}
