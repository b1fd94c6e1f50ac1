import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { isId, newId } from '../../kernel/ids.ts';
import { problem } from '../../kernel/problems.ts';
import { ANYBODY, grantsOf, isWall, type Permission, SIGNED_IN, type Viewer } from '../identity/define.ts';
import type { LiveHub } from '../live/hub.ts';
import { liveRoutes } from '../live/live.routes.ts';
import { type AnyCommand, type AnyView, hasId, TYPED, typedIn } from './define.ts';
import { documentationRoutes } from './documentation.ts';
import { envelopeList } from './envelope.ts';
import { body, errorWriter } from './errors.ts';
import { type Envelope, execute } from './execute.ts';
import { readInput } from './input.ts';
import { requestLimit } from './limits.ts';
import { observe } from './metrics.ts';
import type { Platform } from './platform.ts';
import { queryInput } from './query.ts';
import { runView } from './read-context.ts';
import { type Route, routeOf } from './routes.ts';

export interface ServerParts {
  readonly hub: LiveHub;
  /** Who is asking; undefined when nobody is signed in. Cheap: it runs before every request. */
  readonly viewerOf: (request: FastifyRequest) => Promise<Viewer | undefined>;
  /** Commands are refused while the session is locked for idleness. @throws `session.locked` */
  readonly assertUnlocked: (viewer: Viewer) => void;
  /** Hand-written routes: sessions, files, foreign protocols. */
  readonly routes: readonly ((app: FastifyInstance) => void | Promise<void>)[];
  readonly requestsPerMinute: number;
}

declare module 'fastify' {
  interface FastifyRequest {
    viewer: Viewer | undefined;
  }
  interface FastifyContextConfig {
    /** Every route says who may call it; a route that does not stops the start. */
    may?: Permission;
    acts?: boolean;
  }
}

const CONTENT_POLICY = [
  "default-src 'self'",
  "img-src 'self' data: blob:",
  "worker-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "form-action 'self'",
].join('; ');

/** The HTTP face of the platform: one route per declared operation, in front of it one check of who may. */
export async function buildServer(platform: Platform, parts: ServerParts): Promise<FastifyInstance> {
  const app = fastify({
    logger: false,
    bodyLimit: 1024 * 1024,
    genReqId: () => newId(),
    trustProxy: process.env.TRUST_PROXY === '1',
    routerOptions: { maxParamLength: 200 },
    forceCloseConnections: true,
    // A HEAD beside every GET doubles the routes and a start's time for them; pages and health have theirs.
    exposeHeadRoutes: false,
  });
  const limit = requestLimit(parts.requestsPerMinute, () => performance.now());
  app.setErrorHandler(errorWriter(platform));
  app.setNotFoundHandler(() => {
    throw problem('route.unknown');
  });
  await app.register(cookie);
  await app.register(compress, { threshold: 2048, encodings: ['gzip'], zlibOptions: { level: 5 } });
  app.decorateRequest('viewer', undefined);
  app.addHook('onRoute', (route) => {
    if (!route.config?.may && route.url.startsWith('/api')) {
      throw new Error(`The platform does not start: route ${route.method} ${route.url} has no declared permission`);
    }
  });
  app.addHook('onRequest', async (request, reply) => {
    secure(reply);
    if (!request.routeOptions.config.may) return;
    request.viewer = await parts.viewerOf(request);
    admit(request, request.routeOptions.config, limit, parts);
  });
  observe(app, platform, parts.hub);
  liveRoutes(app, platform, parts.hub, parts.viewerOf);
  documentationRoutes(app, platform);
  for (const command of platform.catalogue.commands.values()) commandRoute(app, platform, command, limit);
  for (const view of platform.catalogue.views.values()) viewRoute(app, platform, view);
  envelopeRoute(app, platform, parts);
  app.get('/api/time', { config: { may: ANYBODY } }, () => ({ now: platform.clock.now().toISOString() }));
  for (const routes of parts.routes) await app.register(async (inner) => routes(inner));
  return app;
}

function secure(reply: FastifyReply): void {
  reply.headers({
    'content-security-policy': CONTENT_POLICY,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(self), geolocation=(self), microphone=(self)',
    'cache-control': 'no-store',
  });
}

type Limit = ReturnType<typeof requestLimit>;

/** Before the body is read: signed in, permitted, from our own pages, not too often. */
function admit(
  request: FastifyRequest,
  config: { may?: Permission; acts?: boolean },
  limit: Limit,
  parts: ServerParts,
): void {
  const { viewer } = request;
  const may = config.may as Permission;
  limit(viewer ? `person ${viewer.personId}` : `address ${request.ip}`);
  if (request.method !== 'GET' && request.method !== 'HEAD') assertOwnOrigin(request);
  if (may === ANYBODY) return;
  if (!viewer) throw problem('session.missing');
  if (may !== SIGNED_IN) assertHolds(config.acts ? acting(viewer) : viewer, may);
  if (config.acts && isWall(viewer)) throw problem('session.reads_only');
  if (config.acts) parts.assertUnlocked(viewer);
}

function assertHolds(viewer: Viewer, may: Permission): void {
  if (grantsOf(may, viewer.hats).length > 0) return;
  throw problem('permission.missing', {
    permission: may.label,
    who: { zh: '安全管理员', en: 'the security administrator' },
  });
}

/** A cookie is sent by the browser whoever asks for it; the origin says who asked. */
function assertOwnOrigin(request: FastifyRequest): void {
  const { origin, 'sec-fetch-site': site } = request.headers;
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw problem('session.origin');
  // «null» is what a sandboxed frame sends: no address, so not ours.
  if (origin !== undefined && URL.parse(origin)?.host !== request.headers.host) throw problem('session.origin');
}

/** Reading uses the union of a person's hats; acting and signing use the one chosen. */
function acting(viewer: Viewer): Viewer {
  return { ...viewer, hats: viewer.acting ? [viewer.acting] : [] };
}

function commandRoute(app: FastifyInstance, platform: Platform, command: AnyCommand, limit: Limit): void {
  const route = routeOf(command.name, 'command', hasId(command));
  app.route({
    method: route.method,
    url: route.path,
    config: { may: command.may, acts: true },
    handler: async (request, reply) => {
      const viewer = acting(request.viewer as Viewer);
      if (command.perMinute) limit(`${command.name} ${viewer.personId}`, command.perMinute);
      const answer = await execute(platform, envelopeOf(request, command.name), viewer);
      if (answer.isRepeat) reply.header('fengsui-repeat', '1');
      return answer.output;
    },
  });
}

function envelopeOf(request: FastifyRequest, name: string): Envelope {
  const { 'idempotency-key': key, 'if-match': match, 'fengsui-made-at': made } = request.headers;
  if (key !== undefined && !(typeof key === 'string' && isId(key.toLowerCase()))) {
    throw problem('input.field', { label: 'Idempotency-Key', reason: 'UUID' }, 'Idempotency-Key');
  }
  const version = match === undefined ? undefined : Number(match.replaceAll('"', ''));
  if (version !== undefined && !Number.isInteger(version)) {
    throw problem('input.field', { label: 'If-Match', reason: 'version' }, 'If-Match');
  }
  const madeAt = typeof made === 'string' && !Number.isNaN(Date.parse(made)) ? new Date(made) : undefined;
  return {
    id: key?.toLowerCase() ?? newId(),
    name,
    input: { ...bodyOf(request), ...(request.params as object) },
    ...(version === undefined ? {} : { baseVersion: version }),
    ...(madeAt ? { madeAt } : {}),
  };
}

function viewRoute(app: FastifyInstance, platform: Platform, view: AnyView): void {
  const withId = hasId(view);
  const [first] = view.reads;
  const answer = async (raw: Record<string, unknown>, request: FastifyRequest, reply: FastifyReply) => {
    const input = readInput(view.input, raw, view.label) as { id?: string };
    const output = view.output.parse(await runView(platform, view, input, request.viewer as Viewer));
    const topics = withId && first ? [`${first.name}/${input.id}`] : view.reads.map((register) => register.name);
    reply.header('fengsui-topics', topics.join(','));
    return output;
  };
  const config = { may: view.may };
  const typed = typedIn(view);
  if (typed !== 'always') {
    app.route({
      ...{ ...placeOf(routeOf(view.name, 'view', withId)), config },
      handler: (request, reply) => {
        assertUntyped(request.query);
        const raw = queryInput(view.input, { ...(request.query as object), ...(request.params as object) });
        return answer(raw, request, reply);
      },
    });
  }
  if (typed === 'never') return;
  app.route({
    ...{ ...placeOf(routeOf(view.name, 'view', withId, true)), config },
    handler: (request, reply) => answer({ ...bodyOf(request), ...(request.params as object) }, request, reply),
  });
}

const placeOf = ({ method, path }: Route) => ({ method, url: path });

/** @throws `input.field` when what was typed stands in the address, where it would be kept by whoever keeps addresses. */
export function assertUntyped(query: unknown): void {
  if ((query as Record<string, unknown>)[TYPED])
    throw problem('input.field', { label: TYPED, reason: TYPED_IN_ADDRESS }, TYPED);
}

const TYPED_IN_ADDRESS = {
  zh: '查找的文字可能是个人信息，请用 POST 放在请求体中',
  en: 'what is looked for may be personal data; send it in the body by POST',
};

/** @throws `input.invalid` when the body is no object */
export function bodyOf(request: FastifyRequest): Record<string, unknown> {
  const given = request.body ?? {};
  if (typeof given !== 'object' || Array.isArray(given)) throw problem('input.invalid');
  return given as Record<string, unknown>;
}

/** The door for work done offline or elsewhere: whole envelopes, answered one by one in their order. */
function envelopeRoute(app: FastifyInstance, platform: Platform, parts: ServerParts): void {
  app.post('/api/commands', { config: { may: SIGNED_IN, acts: true } }, async (request) => {
    const given = readInput(envelopeList, request.body, { zh: '命令', en: 'Commands' }) as Envelope[];
    const viewer = acting(request.viewer as Viewer);
    const answers = [];
    const refused = new Set<string>();
    for (const envelope of given) {
      try {
        const blocked = envelope.dependsOn?.find((id) => refused.has(id));
        const command = platform.catalogue.commands.get(envelope.name);
        if (!command) throw problem('command.unknown');
        if (blocked)
          throw problem('state.guard', {
            reason: { zh: '所依赖的提交未被接受', en: 'A submission it depends on was refused' },
          });
        if (command.may !== SIGNED_IN) assertHolds(viewer, command.may);
        parts.assertUnlocked(viewer);
        const { output, isRepeat } = await execute(platform, envelope, viewer);
        answers.push({ id: envelope.id, output, isRepeat });
      } catch (error) {
        if (!(error instanceof Error && 'status' in error) || Number(error.status) >= 500) throw error;
        refused.add(envelope.id);
        answers.push({ id: envelope.id, problem: body(error as never) });
      }
    }
    return { answers };
  });
}
