import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MAX_FILE_BYTES, servedName } from './file.rules.ts';
import { fileStore } from './store.ts';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

describe('the file store', () => {
  let home = '';
  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'fengsui-files-'));
  });
  afterAll(() => rm(home, { recursive: true, force: true }));
  const left = () => readdir(join(home, 'files', 'incoming'));

  it('keeps the same content once, under its digest, with its type by content', async () => {
    const store = fileStore(home);
    const first = await store.put(Readable.from([PNG]));
    const second = await store.put(Readable.from([PNG]), first.sha256.toUpperCase());
    expect(first).toEqual(second);
    expect(first).toMatchObject({ mediaType: 'image/png', size: PNG.length });
    expect(await buffer(store.get(first.sha256))).toEqual(PNG);
    expect(await readdir(join(home, 'files', first.sha256.slice(0, 2)))).toEqual([first.sha256]);
    expect(await left()).toEqual([]);
  });

  it('refuses a page that calls itself a picture, a drawing that can hold scripts, and nothing at all', async () => {
    const store = fileStore(home);
    const page = Buffer.from('<!doctype html><script>alert(1)</script>');
    const drawing = Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script/></svg>');
    await expect(store.put(Readable.from([page]))).rejects.toMatchObject({ key: 'file.kind', status: 415 });
    await expect(store.put(Readable.from([drawing]))).rejects.toMatchObject({ key: 'file.kind' });
    await expect(store.put(Readable.from([]))).rejects.toMatchObject({ key: 'file.empty' });
    expect(await left()).toEqual([]);
  });

  it('refuses what is too large while it still comes in, and what does not match its digest', async () => {
    const store = fileStore(home);
    const piece = Buffer.alloc(1024 * 1024, 1);
    let sent = 0;
    const endless = new Readable({
      read() {
        sent += piece.length;
        this.push(piece);
      },
    });
    await expect(store.put(endless)).rejects.toMatchObject({ key: 'input.too_large', status: 413 });
    expect(sent).toBeLessThan(MAX_FILE_BYTES + 4 * piece.length);
    await expect(store.put(Readable.from([PNG]), '0'.repeat(64))).rejects.toMatchObject({ key: 'file.digest' });
    expect(await left()).toEqual([]);
  });

  it('leaves nothing behind when the sender breaks off', async () => {
    const broken = new Readable({
      read() {
        this.push(PNG.subarray(0, 20));
        this.destroy(Object.assign(new Error('aborted'), { code: 'ECONNRESET' }));
      },
    });
    await expect(fileStore(home).put(broken)).rejects.toMatchObject({ key: 'file.cut_off' });
    expect(await left()).toEqual([]);
  });

  it('serves names that cannot leave a header or a folder, with the extension of the content', () => {
    expect(servedName('../古城"路\r\n口.html', 'id', 'image/jpeg')).toBe('.._古城_路__口.jpg');
    expect(servedName(null, 'id', 'application/pdf')).toBe('id.pdf');
  });
});
