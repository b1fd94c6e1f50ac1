import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { settableClock } from '../../../kernel/clock.ts';
import { pictureShelf } from './picture-shelf.ts';

const base = mkdtempSync(join(tmpdir(), 'fengsui-shelf-'));
afterAll(() => rmSync(base, { recursive: true, force: true }));
const clock = settableClock('2026-06-11T02:40:00Z');
const faults: string[] = [];
const shelfIn = (name: string, mostBytes = 1_000_000) =>
  pictureShelf({ folder: join(base, name), mostBytes, now: clock.now, failed: ({ message }) => faults.push(message) });

it('keeps pictures over a restart, with the time at which they came', async () => {
  await shelfIn('kept').put('a@1/12/1/2', Buffer.from('picture'));
  clock.advance(3_600_000);
  const again = shelfIn('kept');
  expect(await again.of('a@1/12/1/2')).toEqual({ bytes: Buffer.from('picture'), at: new Date('2026-06-11T02:40:00Z') });
  expect(await again.of('a@2/12/1/2')).toBeUndefined();
  await again.put('empty', Buffer.alloc(0));
  expect((await again.of('empty'))?.bytes.length).toBe(0);
});

it('keeps to its room: what was not asked for longest goes, after a restart too', async () => {
  const room = 3 * 4096;
  const shelf = shelfIn('bound', room);
  for (const name of ['a', 'b', 'c']) await shelf.put(name, Buffer.alloc(1000, name));
  expect(await shelf.of('a')).toBeDefined();
  await shelf.put('d', Buffer.alloc(1000, 'd'));
  expect([await shelf.of('a'), await shelf.of('b')].map((one) => one !== undefined)).toEqual([true, false]);
  const smaller = shelfIn('bound', 4096);
  const left = await Promise.all(['a', 'c', 'd'].map((name) => smaller.of(name)));
  expect(left.filter((one) => one !== undefined)).toHaveLength(1);
  expect(readdirSync(join(base, 'bound'), { recursive: true }).filter((one) => String(one).length > 10)).toHaveLength(
    1,
  );
});

it('goes without when there is no disk, and says so', async () => {
  writeFileSync(join(base, 'no-folder'), '');
  const shelf = shelfIn('no-folder');
  await shelf.put('a', Buffer.from('x'));
  expect(await shelf.of('a')).toBeUndefined();
  expect(faults.length).toBeGreaterThan(0);
});
