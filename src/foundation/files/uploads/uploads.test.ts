import { createHash, randomBytes } from 'node:crypto';
import { readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { inDistrict, type Person } from '../../../../tests/support/district.ts';
import { newId } from '../../../kernel/ids.ts';
import { sweep } from '../custody/sweep.job.ts';
import { PART_BYTES } from '../file.rules.ts';

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const HEAD = Buffer.from('000000206674797069736f6d0000020069736f6d69736f32617663316d703431', 'hex');
/** A recording of three parts and a bit. */
const VIDEO = Buffer.concat([HEAD, randomBytes(3 * PART_BYTES + 1000)]);
const part = (number: number) => VIDEO.subarray((number - 1) * PART_BYTES, number * PART_BYTES);

interface State {
  received: number[];
  parts: number;
  file: { id: string } | null;
}

inDistrict('files in parts', (district) => {
  const call = async (
    who: Person,
    method: 'POST' | 'PUT' | 'GET' | 'DELETE',
    url: string,
    body?: Buffer,
    key?: string,
  ) => {
    const answer = await district().server.app.inject({
      method,
      url,
      headers: {
        cookie: who.cookie,
        host: 'localhost',
        ...(body ? { 'content-type': 'application/octet-stream' } : {}),
        ...(key ? { 'idempotency-key': key } : {}),
      },
      ...(body ? { payload: body } : {}),
    });
    return { status: answer.statusCode, body: answer.json<State & { key?: string; id: string; sha256: string }>() };
  };
  const begin = (who: Person, id: string, size = VIDEO.length) =>
    call(who, 'POST', `/api/uploads?name=${encodeURIComponent('执法记录.mp4')}&size=${size}`, undefined, id);
  const send = (who: Person, id: string, number: number, bytes = part(number), digest = sha256(bytes)) =>
    call(who, 'PUT', `/api/uploads/${id}/parts/${number}?sha256=${digest}`, bytes);

  /** The job as the schedule starts it. */
  const sweepNow = async () => {
    const { platform } = district().server;
    await sweep.run({ platform, input: {}, progress: async () => undefined } as never);
  };

  it('goes on after a restart with the parts that are missing, and is one file however often it is finished', async () => {
    const officer = await district().as('zhiban');
    const id = newId();
    expect((await begin(officer, id)).body).toMatchObject({ id, parts: 4, received: [] });
    expect((await send(officer, id, 1)).status).toBe(200);
    expect((await send(officer, id, 3)).status).toBe(200);
    const early = await call(officer, 'POST', `/api/uploads/${id}/complete`);
    expect([early.status, early.body.key]).toEqual([409, 'upload.incomplete']);
    if (district().kind === 'server') await district().restart();
    // Begun again by the same key it is the same upload; a part that is here may come once more.
    expect((await begin(officer, id)).body.received).toEqual([1, 3]);
    expect((await send(officer, id, 3)).status).toBe(200);
    for (const number of [2, 4]) expect((await send(officer, id, number)).status).toBe(200);
    const done = await call(officer, 'POST', `/api/uploads/${id}/complete`);
    expect(done.body).toMatchObject({ sha256: sha256(VIDEO), mediaType: 'video/mp4', size: VIDEO.length });
    expect((await call(officer, 'POST', `/api/uploads/${id}/complete`)).body).toEqual(done.body);
    expect((await call(officer, 'GET', `/api/uploads/${id}`)).body.file).toEqual(done.body);
    const kept = await officer.get(`/api/files/${done.body.id}/original?reason=${encodeURIComponent('核对')}`);
    expect(sha256(kept.raw)).toBe(sha256(VIDEO));
  });

  it('refuses what does not match, is too long, too short or beyond the end; it may then be sent right', async () => {
    const officer = await district().as('zhiban');
    const id = newId();
    await begin(officer, id);
    expect((await send(officer, id, 2, part(2), sha256(part(1)))).body.key).toBe('file.digest');
    expect((await send(officer, id, 1, part(1).subarray(1))).body.key).toBe('file.cut_off');
    expect((await send(officer, id, 4, part(1))).status).toBe(413);
    expect((await send(officer, id, 5, part(4))).status).toBe(404);
    expect((await send(officer, id, 0, part(4))).status).toBe(404);
    expect((await call(officer, 'GET', `/api/uploads/${id}`)).body.received).toEqual([]);
    expect((await send(officer, id, 2)).status).toBe(200);
    expect((await call(officer, 'GET', `/api/uploads/${id}`)).body.received).toEqual([2]);
    expect((await begin(officer, newId(), 600 * 1024 * 1024)).status).toBe(413);
  });

  it('finds a part that the disk has changed since, and asks for it again', async () => {
    const officer = await district().as('zhiban');
    const id = newId();
    await begin(officer, id);
    for (const number of [1, 2, 3, 4]) await send(officer, id, number);
    const path = join(district().home, 'files', 'uploads', id, 'bytes');
    const changed = Buffer.from(VIDEO);
    changed[PART_BYTES + 5] = (changed[PART_BYTES + 5] ?? 0) ^ 1;
    await writeFile(path, changed);
    expect((await call(officer, 'POST', `/api/uploads/${id}/complete`)).body.key).toBe('upload.incomplete');
    expect((await call(officer, 'GET', `/api/uploads/${id}`)).body.received).toEqual([1, 3, 4]);
    await send(officer, id, 2);
    expect((await call(officer, 'POST', `/api/uploads/${id}/complete`)).status).toBe(200);
  });

  it('is nobody else’s business, keeps to the kinds, and goes when it is given up or left lying', async () => {
    const officer = await district().as('zhiban');
    const other = await district().as('ranqi');
    const id = newId();
    await begin(officer, id, 20);
    for (const [method, url] of [
      ['GET', `/api/uploads/${id}`],
      ['DELETE', `/api/uploads/${id}`],
      ['POST', `/api/uploads/${id}/complete`],
    ] as const) {
      expect((await call(other, method, url)).status).toBe(404);
      expect((await call(district().anybody(), method, url)).status).toBe(401);
    }
    expect((await send(officer, id, 1, Buffer.from('<script>alert(1)</sc'))).status).toBe(200);
    expect((await call(officer, 'POST', `/api/uploads/${id}/complete`)).body.key).toBe('file.kind');
    expect((await call(officer, 'DELETE', `/api/uploads/${id}`)).status).toBe(200);
    const left = newId();
    await begin(officer, left, 20);
    const folder = join(district().home, 'files', 'uploads');
    expect((await stat(join(folder, left))).isDirectory()).toBe(true);
    await sweepNow();
    expect(await readdir(folder)).toContain(left);
    district().clock.set(new Date(district().clock.now().getTime() + 49 * 3_600_000).toISOString());
    await sweepNow();
    expect(await readdir(folder)).toEqual([]);
  });
});
