import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Platform } from '../api/platform.ts';
import { SIGNED_IN, type Viewer } from '../identity/define.ts';
import type { LiveConnection, LiveEvent, LiveHub } from './hub.ts';

const HEARTBEAT_MS = 15_000;
/** Rights are those of now: each stream asks again who its person is. */
const VIEWER_MS = 5_000;
/** A reader that does not read is cut off; it resumes with its last event id. */
const LAG_BYTES = 1024 * 1024;

/** Server-sent events: one stream per browser, by topic, filtered by rights, resumable after a break. */
export function liveRoutes(
  app: FastifyInstance,
  platform: Platform,
  hub: LiveHub,
  viewerOf: (request: FastifyRequest) => Promise<Viewer | undefined>,
): void {
  app.get<{ Querystring: { topics?: string; after?: string } }>(
    '/api/live',
    { config: { may: SIGNED_IN } },
    async (request, reply) => {
      let viewer = request.viewer;
      const topics = new Set((request.query.topics ?? '').split(',').filter(Boolean).slice(0, 500));
      const { raw } = reply;
      reply.hijack();
      raw.writeHead(200, {
        ...(reply.getHeaders() as Record<string, string>),
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store, no-transform',
        'x-accel-buffering': 'no',
      });
      let isReady = false;
      const waiting: LiveEvent[] = [];
      // What comes in one turn goes out as one piece.
      let unsent = '';
      const flush = () => {
        if (raw.writableLength > LAG_BYTES) raw.destroy();
        else if (!raw.destroyed) raw.write(unsent);
        unsent = '';
      };
      const write = (text: string) => {
        if (unsent === '') setImmediate(flush);
        unsent += text;
      };
      /** The position told last: caught up or told, nothing is told twice. */
      let last = 0;
      const tell = (event: LiveEvent) => {
        if (event.position <= last) return;
        last = event.position;
        write(frameOf(event));
      };
      const connection: LiveConnection = {
        topics,
        viewer: () => viewer,
        send: (event) => (isReady ? tell(event) : waiting.push(event)),
      };
      // Connected before catching up, so that nothing falls between; what comes meanwhile waits its turn.
      const disconnect = hub.connect(connection);
      const heartbeat = setInterval(() => write(': still here\n\n'), HEARTBEAT_MS);
      const rights = setInterval(async () => {
        viewer = await viewerOf(request).catch(() => viewer);
        if (!viewer) raw.destroy();
      }, VIEWER_MS);
      raw.on('close', () => {
        disconnect();
        clearInterval(heartbeat);
        clearInterval(rights);
      });
      const asked = Number(request.headers['last-event-id'] ?? request.query.after ?? Number.NaN);
      const from = Number.isInteger(asked) && asked >= 0 && asked <= hub.position() ? asked : hub.position();
      try {
        const missed = await hub.catchUp(connection, from);
        write(`event: ready\nid: ${from}\ndata: ${JSON.stringify({ position: from })}\n\n`);
        if (missed === undefined || (Number.isInteger(asked) && asked !== from)) {
          write(`event: gap\nid: ${hub.position()}\ndata: {}\n\n`);
        }
        last = from;
        for (const event of [...(missed ?? []), ...waiting]) tell(event);
        isReady = true;
      } catch (error) {
        platform.log('warn', 'live.failed', { reason: (error as Error).message });
        raw.destroy();
      }
    },
  );
}

/** The same for all streams that hear it. */
const frames = new WeakMap<LiveEvent, string>();

function frameOf(event: LiveEvent): string {
  const known = frames.get(event);
  if (known !== undefined) return known;
  const frame = `id: ${event.position}\nevent: fact\ndata: ${JSON.stringify(event)}\n\n`;
  frames.set(event, frame);
  return frame;
}
