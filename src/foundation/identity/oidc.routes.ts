import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { newId } from '../../kernel/ids.ts';
import { Problem, problem } from '../../kernel/problems.ts';
import { execute, type Platform } from '../api/index.ts';
import { open, seal } from '../personal-data/index.ts';
import { normalUsername } from './account.register.ts';
import { beginSession, proven } from './begin-session.ts';
import { ANYBODY } from './define.ts';
import { type CentralIdentity, type Journey, type OidcSettings, oidcClient } from './oidc.ts';
import { type Candidate, candidateBy } from './proof.ts';
import { arrivalOf, setCookie } from './session.routes.ts';

const JOURNEY_COOKIE = 'fengsui_journey';
const JOURNEY_SECONDS = 600;

/**
 * `GET /api/session/oidc` sends the browser to the provider, `…/callback` takes it back. A browser stands at the other
 * end, not a program: what goes wrong sends it to the sign-in page with the key of the problem.
 */
export function oidcRoutes(platform: Platform, settings: OidcSettings) {
  const client = oidcClient(settings);
  const isSecure = settings.publicUrl.startsWith('https:');
  return (app: FastifyInstance): void => {
    app.get<{ Querystring: { next?: string } }>(
      '/api/session/oidc',
      { config: { may: ANYBODY } },
      async (request, reply) => {
        const { url, journey } = await client.begin();
        const luggage = { ...journey, next: ownPath(request.query.next), at: platform.clock.now().getTime() };
        // Lax, because the browser comes back from another site; sealed, because it carries the proof of the request.
        void reply.setCookie(JOURNEY_COOKIE, sealed(platform, luggage), {
          path: '/api/session/oidc',
          httpOnly: true,
          sameSite: 'lax',
          secure: isSecure,
          maxAge: JOURNEY_SECONDS,
        });
        return reply.redirect(url.href);
      },
    );

    app.get('/api/session/oidc/callback', { config: { may: ANYBODY } }, async (request, reply) => {
      void reply.clearCookie(JOURNEY_COOKIE, { path: '/api/session/oidc' });
      try {
        const luggage = unsealed(platform, request.cookies[JOURNEY_COOKIE]);
        const query = request.url.slice(request.url.indexOf('?'));
        const identity = await client.finish(query, luggage);
        const candidate = await linkedAccount(platform, identity);
        const proof = { candidate, hasSecondFactor: identity.hasSecondFactor };
        setCookie(request, reply, await beginSession(platform, proof, { ...arrivalOf(request), means: 'oidc' }));
        return reply.redirect(luggage.next);
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        return reply.redirect(`/?problem=${error.key}`);
      }
    });
  };
}

/** A path of ours; anything that could lead elsewhere is the start page. */
function ownPath(next: string | undefined): string {
  return next && /^\/(?![/\\])[\w\-./?=&%~]*$/.test(next) ? next : '/';
}

type Luggage = Journey & { next: string; at: number };

const sealed = ({ keys }: Platform, luggage: Luggage): string =>
  seal(keys.master, Buffer.from(JSON.stringify(luggage), 'utf8')).toString('base64url');

/** @throws `session.oidc_failed` when there is none, or it was changed or is old. */
function unsealed({ keys, clock }: Platform, cookie: string | undefined): Luggage {
  try {
    const text = open(keys.master, Buffer.from(cookie ?? '', 'base64url')).toString('utf8');
    const luggage = JSON.parse(text) as Luggage;
    if (clock.now().getTime() - luggage.at <= JOURNEY_SECONDS * 1000) return luggage;
  } catch {
    // Told the same way whatever is wrong with it.
  }
  throw problem('session.oidc_failed');
}

/**
 * The account an identity is linked to; at its first sign-in the one of the same name, where the account allows it.
 * @throws `session.oidc_unlinked`
 */
async function linkedAccount(platform: Platform, identity: CentralIdentity): Promise<Candidate> {
  const { issuer, subject, preferredUsername } = identity;
  const linked = await candidateBy(platform, sql`c.oidc_issuer = ${issuer} and c.oidc_subject = ${subject}`);
  if (linked?.isActive) return linked;
  if (linked || !preferredUsername) throw problem('session.oidc_unlinked');
  const named = await candidateBy(
    platform,
    sql`a.username = ${normalUsername(preferredUsername)} and a.may_link and c.oidc_subject is null`,
  );
  if (!named?.isActive) throw problem('session.oidc_unlinked');
  const input = { accountId: named.accountId, issuer, subject };
  await execute(platform, { id: newId(), name: 'accounts.link', input }, proven(named, named.accountId));
  return named;
}
