import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import sharp from 'sharp';
import { guarded } from '../../src/foundation/outside/index.ts';

/** What an outside map answers, by the first part of the path. */
export type Behaviour = 'well' | 'hangs' | 'html' | 'away' | 'inside' | 'huge' | 'exception' | 'none';

const paint = (red: number) =>
  sharp({ create: { width: 256, height: 256, channels: 3, background: { r: red, g: 160, b: 90 } } })
    .png()
    .toBuffer();

/** 天地图地图 API: the service is named by its path and again as layer, pictures are «tiles», and every request carries `tk`. */
function isTianditu({ pathname, searchParams }: URL): boolean {
  const layer = /^\/([a-z]{3})_w\/wmts$/.exec(pathname)?.[1];
  const wanted = {
    ...{ SERVICE: 'WMTS', REQUEST: 'GetTile', VERSION: '1.0.0', STYLE: 'default', TILEMATRIXSET: 'w', FORMAT: 'tiles' },
    ...{ LAYER: layer, tk: 's3cret' },
  };
  const isNumbered = ['TILEMATRIX', 'TILEROW', 'TILECOL'].every((name) => /^\d+$/.test(searchParams.get(name) ?? ''));
  return isNumbered && Object.entries(wanted).every(([name, value]) => searchParams.get(name) === value);
}

const refuse = (response: ServerResponse) =>
  response
    .writeHead(403, { 'content-type': 'application/json' })
    .end('{"code":"1","msg":"非法key","resolve":"请到API控制台重新申请key"}');

/**
 * A map server of somebody else on the loopback, known to the platform as `tiles.example`: only the injected network leads there.
 * Every other name goes through the guard that production has.
 */
export async function mapServer() {
  const asked: string[] = [];
  const held = new Set<IncomingMessage>();
  const picture = await paint(200);
  let isDead = false;
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://tiles.example');
    asked.push(request.url ?? '');
    const how = (isDead ? 'hangs' : url.pathname.split('/')[1]) as Behaviour;
    const png = (bytes: Buffer) => response.setHeader('content-type', 'image/png').end(bytes);
    if (/^[a-z]{3}_w$/.test(how)) return isTianditu(url) ? png(picture) : refuse(response);
    const away = (location: string) => response.writeHead(302, { location }).end();
    if (how === 'hangs') return held.add(request);
    if (how === 'html')
      return response.setHeader('content-type', 'image/png').end('<html><body>请先登录 tk=s3cret</body>');
    if (how === 'away') return away(`http://127.0.0.1:${port}/well/1/1/1`);
    if (how === 'inside') return away('http://intranet.example/well/1/1/1');
    if (how === 'huge') return png(Buffer.concat([picture, Buffer.alloc(4 * 1024 * 1024)]));
    if (how === 'exception')
      return response
        .setHeader('content-type', 'text/xml')
        .end('<ServiceExceptionReport><ServiceException>图层 roads 不存在</ServiceException></ServiceExceptionReport>');
    if (how === 'none') return response.writeHead(404).end();
    // Neighbours differ, so that a shift can be seen.
    const [, , , x = '0'] = url.pathname.split('/');
    return png(/^\d+$/.test(x) ? await paint((Number(x) * 50) % 256) : picture);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const guard = guarded();
  return {
    origin: `http://tiles.example:${port}`,
    port,
    asked,
    /** From now on nothing is answered. */
    die: () => {
      isDead = true;
    },
    revive: () => {
      isDead = false;
      for (const one of held) one.destroy();
      held.clear();
    },
    network: {
      resolve: async (host: string) =>
        ({ 'tiles.example': ['127.0.0.1'], 'intranet.example': ['10.1.2.3'], 'mixed.example': ['::ffff:192.168.1.1'] })[
          host
        ] ?? [],
      mayReach: (host: string, address: string) => host === 'tiles.example' || guard.mayReach(host, address),
    },
    async close() {
      for (const one of held) one.destroy();
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}
