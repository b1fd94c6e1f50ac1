import { readdir, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, gzipSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { onEachDatabase } from '../../../tests/support/databases.ts';
import { openScene, type Scene } from '../../../tests/support/scene.ts';
import { newId } from '../../kernel/ids.ts';
import { buildServer } from '../api/index.ts';
import type { Viewer } from '../identity/define.ts';
import { startHub } from '../live/index.ts';
import { startReader } from '../timeline/index.ts';
import { fileRoutes } from './index.ts';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** A photo of a phone, with all that phones write into one. */
const photo = ({ width, height }: { width: number; height: number }) =>
  sharp({
    create: { width, height, channels: 3, background: '#c40', noise: { type: 'gaussian', mean: 128, sigma: 30 } },
  })
    .withExif({
      IFD0: { Make: 'HUAWEI', Model: 'Mate' },
      IFD2: { DateTimeOriginal: '2026:06:11 10:32:05' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '39/1 54/1 5220/100',
        GPSLongitudeRef: 'E',
        GPSLongitude: '116/1 11/1 2040/100',
      },
    })
    .jpeg()
    .toBuffer();

/** The decoders of the server read files only. */
async function headOf(picture: Buffer) {
  const path = join(tmpdir(), `${newId()}.webp`);
  await writeFile(path, picture);
  return sharp(path)
    .metadata()
    .finally(() => rm(path));
}

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
    const original = await download('leader', `${id}/original?reason=${encodeURIComponent('核对现场')}`);
    expect(Buffer.from(await original.arrayBuffer())).toEqual(PNG);
    expect(Object.fromEntries(original.headers)).toMatchObject({
      'content-type': 'image/png',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent('现场 1.png')}`,
    });
    const served = await download('leader', id);
    expect(Object.fromEntries(served.headers)).toMatchObject({
      'content-type': 'image/webp',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'content-disposition': 'inline',
    });
    const again = await download('leader', id, { 'if-none-match': served.headers.get('etag') ?? '' });
    expect(again.status).toBe(304);
    expect((await download('stranger', id)).status).toBe(404);
    expect((await download('nobody', id)).status).toBe(401);
    expect((await download('leader', 'no-id')).status).toBe(404);
  });

  it('draws a picture anew for the screen, without place, device or what stands behind it; the original keeps all', async () => {
    const taken = await photo({ width: 2400, height: 1200 });
    const polyglot = Buffer.concat([taken, Buffer.from('<script>alert(1)</script>')]);
    const { id } = (await (await upload('leader', polyglot, '?name=a.jpg')).json()) as { id: string };
    const display = Buffer.from(await (await download('leader', id)).arrayBuffer());
    const thumbnail = Buffer.from(await (await download('leader', `${id}/thumbnail`)).arrayBuffer());
    const [large, small] = await Promise.all([display, thumbnail].map(headOf));
    expect([large?.width, large?.height, large?.exif, large?.icc]).toEqual([1600, 800, undefined, undefined]);
    expect(small?.width).toBe(320);
    for (const one of [display, thumbnail]) expect(one.includes('alert(1)') || one.includes('HUAWEI')).toBe(false);
    const original = await download('leader', `${id}/original?reason=xx`);
    expect(Buffer.from(await original.arrayBuffer())).toEqual(polyglot);
    expect((await download('leader', `${id}/original`)).status).toBe(400);
    // Evidence, in Beijing's time; the place is sealed like any personal text.
    expect(await scene.see(scene.people.leader, 'files.custody', { id })).toMatchObject({
      width: 2400,
      takenAt: new Date('2026-06-11T10:32:05+08:00'),
      takenPlace: '116.189000,39.914500',
      device: 'HUAWEI Mate',
      custody: [{ kind: 'file.kept' }, { kind: 'file.downloaded', reason: 'xx', actorName: '孙队长' }],
    });
    const facts = await scene.rows<{ payload: object }>(sql`select payload from fact where subject_id = ${id}`);
    expect(JSON.stringify(facts)).not.toContain('116.18');
  });

  it('refuses a picture that would unfold to a hundred million pixels, and outlives one that is broken inside', async () => {
    // A picture of one pixel that says it has 16,000 by 7,000.
    const bomb = Buffer.from(PNG);
    bomb.writeUInt32BE(16_000, 16);
    bomb.writeUInt32BE(7_000, 20);
    bomb.writeUInt32BE(crc32(bomb.subarray(12, 29)), 29);
    const refused = await upload('leader', bomb);
    expect([refused.status, ((await refused.json()) as { key: string }).key]).toEqual([413, 'file.too_many_pixels']);
    const whole = await photo({ width: 640, height: 480 });
    const { id } = (await (await upload('leader', whole.subarray(0, whole.length - 4000))).json()) as { id: string };
    expect((await download('leader', id)).status).toBe(415);
    expect((await download('leader', `${id}/original?reason=xx`)).status).toBe(200);
  });

  it('hands a paper that could act out to be saved, whatever it holds, and refuses archives and drawings', async () => {
    const pdf = Buffer.from('%PDF-1.4\n1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj\n%%EOF');
    const { id } = (await (await upload('leader', pdf, '?name=a.html')).json()) as { id: string };
    const { headers } = await download('leader', id);
    expect(headers.get('content-type')).toBe('application/pdf');
    expect(headers.get('content-disposition')).toMatch(/^attachment; .*a\.pdf$/);
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
    // A gigabyte of nothing, folded into a few kilobytes: nobody unfolds it.
    const zip = gzipSync(Buffer.alloc(8 * 1024 * 1024));
    for (const hostile of [Buffer.from(svg), Buffer.from(`<?xml version="1.0"?>${svg}`), zip]) {
      expect((await upload('leader', hostile, '?name=a.png')).status).toBe(415);
    }
  });

  it('plays a recording by ranges, and notes once that somebody looked', async () => {
    const video = Buffer.concat([
      Buffer.from('000000206674797069736f6d0000020069736f6d69736f32617663316d703431', 'hex'),
      Buffer.alloc(5000, 7),
    ]);
    const { id } = (await (await upload('leader', video, '?name=a.mp4')).json()) as { id: string };
    const range = async (value: string) => {
      const answer = await download('leader', id, { range: value });
      return [answer.status, answer.headers.get('content-range'), (await answer.arrayBuffer()).byteLength];
    };
    expect(await range('bytes=0-999')).toEqual([206, `bytes 0-999/${video.length}`, 1000]);
    expect(await range('bytes=1000-')).toEqual([
      206,
      `bytes 1000-${video.length - 1}/${video.length}`,
      video.length - 1000,
    ]);
    expect(await range('bytes=-10')).toEqual([
      206,
      `bytes ${video.length - 10}-${video.length - 1}/${video.length}`,
      10,
    ]);
    expect(await range('bytes=999999-')).toEqual([416, `bytes */${video.length}`, 0]);
    const { custody } = await scene.see<{ custody: { kind: string }[] }>(scene.people.leader, 'files.custody', { id });
    expect(custody.map(({ kind }) => kind)).toEqual(['file.kept', 'file.viewed']);
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
