import type { FastifyRequest } from 'fastify';
import { problem } from '../../kernel/problems.ts';
import { ANYBODY, isNarrowed, type Viewer } from './define.ts';
import { KEY_PREFIX, type Owed, SESSION_COOKIE, type Sessions } from './sessions.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What a half-open session may do here: change the password it must change, enrol the authenticator it needs. */
    settles?: readonly Owed[];
  }
}

/**
 * Who sent a request: the cookie's session or a bearer key. `fengsui-hat` chooses the hat that acts;
 * `fengsui-active: 1` says that a person, not a timer, caused the request.
 * @throws `session.hat_unknown`, `api_key.reads_only`, and what a half-open session still owes, where the route does not settle it.
 */
export function viewerOf(sessions: Sessions): (request: FastifyRequest) => Promise<Viewer | undefined> {
  return async (request) => {
    const { config } = request.routeOptions;
    const { authorization, 'fengsui-hat': hat } = request.headers;
    const viewer = await sessions.resolveViewer({
      token: request.cookies[SESSION_COOKIE],
      apiKey: authorization?.startsWith(`Bearer ${KEY_PREFIX}`) ? authorization.slice('Bearer '.length) : undefined,
      hat: typeof hat === 'string' && hat !== '' ? hat : undefined,
      acts: config.acts ?? false,
    });
    if (!viewer) return undefined;
    if (config.acts && isNarrowed(viewer)) throw problem('api_key.reads_only');
    const owed = sessions.owes(viewer);
    if (owed && config.may !== ANYBODY && !config.settles?.includes(owed)) {
      throw problem(owed === 'password' ? 'session.password_due' : 'session.second_factor_due');
    }
    if (request.headers['fengsui-active'] === '1') sessions.touch(viewer);
    return viewer;
  };
}
