import { readdir } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { onEachDatabase } from '../../../tests/support/databases.ts';
import { openScene, type Scene } from '../../../tests/support/scene.ts';
import { buildServer } from '../api/index.ts';
import type { Viewer } from '../identity/define.ts';
import { startHub } from '../live/index.ts';
import { startReader } from '../timeline/index.ts';
import { fileRoutes } from './index.ts';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

onEachDatabase('files over HTTP', (open) => {
  let scene: Scene;
  let app: FastifyInstance;
  let base = '';
  let stopReader: () => Promise<void>;

  beforeAll(async () => {
    scene = await openScene(await open());
    const { platform } = scene.server;
    const reader = await startReader(platform);
    stopReader = reader.stop;
    app = await buildServer(platform, {
      hub: startHub(platform, reader),
      // Signing in is tested elsewhere: here the request says who it is.
      viewerOf: async (request) => scene.people[request.headers['x-who'] as 'duty'] as Viewer | undefined,
      assertUnlocked: () => undefined,
      routes: [fileRoutes(platform)],
      requestsPerMinute: 10_000,
    });
    base = await app.listen({ port: 0, host: '127.0.0.1' });
  });
  afterAll(async () => {
    await app?.close();
    await stopReader?.();
    await scene?.close();
  });

  const upload = (who: string, body: Buffer, query = '', headers: Record<string, string> = {}) =>
    fetch(`${base}/api/files${query}`, {
      method: 'POST',
      body: new Uint8Array(body),
      headers: { 'x-who': who, 'content-type': 'image/jpeg', ...headers },
    });
  const download = (who: string, id: string, headers: Record<string, string> = {}) =>
    fetch(`${base}/api/files/${id}`, { headers: { 'x-who': who, ...headers } });
  const stored = () => scene.rows(sql`select id from file`);

  it('keeps a photo by its content and serves it so that a browser runs nothing of it', async () => {
    const answer = await upload('leader', PNG, `?name=${encodeURIComponent('现场 1.jpg')}`);
    expect(answer.status).toBe(200);
    const { id, ...kept } = (await answer.json()) as { id: string };
    expect(kept).toMatchObject({ mediaType: 'image/png', size: PNG.length });
    const served = await download('leader', id);
    expect(Buffer.from(await served.arrayBuffer())).toEqual(PNG);
    expect(Object.fromEntries(served.headers)).toMatchObject({
      'content-type': 'image/png',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'content-disposition': `inline; filename*=UTF-8''${encodeURIComponent('现场 1.png')}`,
    });
    const again = await download('leader', id, { 'if-none-match': served.headers.get('etag') ?? '' });
    expect(again.status).toBe(304);
    expect((await download('stranger', id)).status).toBe(404);
    expect((await download('nobody', id)).status).toBe(401);
    expect((await download('leader', 'no-id')).status).toBe(404);
  });

  it('answers a repeated upload with its first answer', async () => {
    const key = { 'idempotency-key': '01900000-0000-7000-8000-0000000000f1' };
    const first = await (await upload('leader', PNG, '', key)).json();
    const before = (await stored()).length;
    expect(await (await upload('leader', PNG, '', key)).json()).toEqual(first);
    expect(await stored()).toHaveLength(before);
  });

  it('refuses a page called a photo, what is too large, what does not match its digest, and strangers', async () => {
    const before = (await stored()).length;
    const page = await upload('leader', Buffer.from('<html><script>alert(1)</script></html>'), '?name=a.jpg');
    expect(page.status).toBe(415);
    const huge = await upload('leader', Buffer.alloc(20 * 1024 * 1024 + 1));
    expect(huge.status).toBe(413);
    const wrong = await upload('leader', PNG, `?sha256=${'0'.repeat(64)}`);
    expect(wrong.status).toBe(400);
    expect((await upload('nobody', PNG)).status).toBe(401);
    expect(await stored()).toHaveLength(before);
  });

  it('records nothing and keeps nothing of an upload that broke off', async () => {
    const before = (await stored()).length;
    const { port } = app.server.address() as AddressInfo;
    const socket = connect(port, '127.0.0.1');
    socket.write(
      `POST /api/files HTTP/1.1\r\nhost: 127.0.0.1\r\nx-who: leader\r\ncontent-type: image/png\r\ncontent-length: ${PNG.length}\r\n\r\n`,
    );
    socket.write(PNG.subarray(0, 30));
    const incoming = join(scene.server.platform.home, 'files', 'incoming');
    await scene.until('the upload has begun', async () => (await readdir(incoming)).length === 1);
    socket.destroy();
    await scene.until('the rest is cleared away', async () => (await readdir(incoming)).length === 0);
    expect(await stored()).toHaveLength(before);
  });

  it('cannot be recorded without its bytes', async () => {
    const forged = await fetch(`${base}/api/files/keep`, {
      method: 'POST',
      body: JSON.stringify({ sha256: 'a'.repeat(64), mediaType: 'image/png', size: 1 }),
      headers: { 'x-who': 'duty', 'content-type': 'application/json' },
    });
    expect(forged.status).toBe(403);
  });
});
