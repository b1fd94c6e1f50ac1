import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

const YEAR = 365 * 24 * 3600;

/** The built browser apps: hashed assets for a year, pages never cached, deep links answered with their page. */
export async function staticRoutes(app: FastifyInstance, folder: string): Promise<void> {
  if (!existsSync(folder)) return;
  const common = { preCompressed: true, index: false, cacheControl: false } as const;
  await app.register(fastifyStatic, {
    ...common,
    root: folder,
    wildcard: false,
    globIgnore: ['assets/**', '**/*.{gz,br}'],
    setHeaders: (reply) => void reply.header('cache-control', 'no-cache'),
  });
  // One route for hundreds of hashed files: a route each was a tenth of a second at every start.
  await app.register(fastifyStatic, {
    ...common,
    root: join(folder, 'assets'),
    prefix: '/assets/',
    decorateReply: false,
    setHeaders: (reply) => void reply.header('cache-control', `public, max-age=${YEAR}, immutable`),
  });
  const page = (url: string, file: string) =>
    app.get(url, { exposeHeadRoute: true }, (_, reply) => reply.sendFile(file));
  page('/field', 'field/index.html');
  page('/field/*', 'field/index.html');
  page('/', 'index.html');
  // A console address that a colleague was sent: the console finds the screen by itself.
  app.get('/*', (request, reply) => {
    if (request.url.startsWith('/api/') || /\.\w{2,5}$/.test(request.url.split('?')[0] ?? ''))
      return reply.callNotFound();
    return reply.sendFile('index.html');
  });
}
