import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { LiveHub } from '../live/hub.ts';
import type { Platform } from './platform.ts';

const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

/**
 * `/health/*` for the supervisor, `/metrics` for Prometheus (loopback only, unless METRICS_TOKEN opens it), and one log
 * line per request: route pattern, status, time — never an address with its parameters, which may name people.
 */
export function observe(app: FastifyInstance, platform: Platform, hub: LiveHub): void {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const duration = new Histogram({
    name: 'fengsui_request_seconds',
    help: 'Time from request to answer, by route',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers: [registry],
  });
  const streams = new Gauge({ name: 'fengsui_live_streams', help: 'Open live streams', registers: [registry] });
  const unsealed = new Gauge({
    name: 'fengsui_facts_unsealed',
    help: 'Facts not yet in the chain',
    registers: [registry],
  });

  app.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'unknown';
    duration.observe({ method: request.method, route, status: String(reply.statusCode) }, reply.elapsedTime / 1000);
    if (reply.statusCode >= 400 || reply.elapsedTime > 1000) {
      platform.log('info', 'request', {
        method: request.method,
        route,
        status: reply.statusCode,
        milliseconds: Math.round(reply.elapsedTime),
      });
    }
    done();
  });
  app.get('/health/live', { exposeHeadRoute: true }, () => ({ status: 'live' }));
  app.get('/health/ready', { exposeHeadRoute: true }, async () => {
    await platform.database.ping();
    return { status: 'ready' };
  });
  app.get('/metrics', async (request, reply) => {
    const token = process.env.METRICS_TOKEN;
    const isOpen = token ? request.headers.authorization === `Bearer ${token}` : LOOPBACK.has(request.ip);
    if (!isOpen) return reply.code(404).send();
    const counted = await sql<{
      count: number;
    }>`select count(*)::int as count from fact where position is null`.execute(platform.database.kysely);
    unsealed.set(counted.rows[0]?.count ?? 0);
    streams.set(hub.count());
    return reply.type(registry.contentType).send(await registry.metrics());
  });
}
