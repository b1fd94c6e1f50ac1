import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, inject, it } from 'vitest';
import { openDatabase } from '../../src/foundation/database/index.ts';
import { newId } from '../../src/kernel/ids.ts';
import { judge } from '../support/judge.ts';
import { startPostgres } from '../support/postgres.ts';
import { type Attempt, fileCall, ledger, serverProcess, signIn } from '../support/server-process.ts';

const MIGRATIONS = join(import.meta.dirname, '../../migrations');

/** A small disk of its own in memory; undefined where this user may not mount one. */
function smallDisk(megabytes: number): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'fengsui-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0755`, 'tmpfs', folder], { stdio: 'pipe' });
    return folder;
  } catch {
    rmSync(folder, { recursive: true, force: true });
    return undefined;
  }
}

const disks = [smallDisk(700), smallDisk(700)];
afterAll(() => {
  for (const disk of disks) {
    if (!disk) continue;
    execFileSync('umount', ['-l', disk]);
    rmSync(disk, { recursive: true, force: true });
  }
});

/** Takes all the space there is but for a few pages, or all, where the server writes meanwhile; returns what gives it back. */
function fill(disk: string): () => void {
  const path = join(disk, 'filler');
  const { bavail, bsize } = statfsSync(disk);
  try {
    writeFileSync(path, Buffer.alloc(Math.max(0, bavail * bsize - 64 * 1024)));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
  }
  return () => rmSync(path, { force: true });
}

describe.each([
  ['embedded', disks[0]],
  ['server', disks[1]],
] as const)('the disk of the database is full (%s)', (kind, disk) => {
  it.skipIf(!disk)(
    disk ? 'refuses in words, keeps what it has, and goes on when there is space' : 'needs root to mount a small disk',
    { timeout: 120_000 },
    async () => {
      const base = disk as string;
      const home = join(base, 'home');
      mkdirSync(home);
      const postgres = kind === 'server' ? await startPostgres({ base }) : undefined;
      const databaseUrl = await postgres?.create('district');
      if (kind === 'embedded') {
        for (const part of ['keys', 'timeline'])
          cpSync(join(inject('prepared'), kind, part), join(home, part), { recursive: true, force: true });
        cpSync(join(inject('prepared'), 'district'), join(home, 'database'), { recursive: true });
      }
      const server = await serverProcess({ home, databaseUrl });
      const book = mkdtempSync(join(tmpdir(), 'fengsui-book-'));
      const acknowledged = ledger(join(book, 'acknowledged'));
      const file = async (key = newId()): Promise<Attempt> => {
        const attempt = await fileCall(server.url, cookie, key);
        if (attempt.status === 200) acknowledged.write(`${attempt.key} ${attempt.id}`);
        return attempt;
      };
      let cookie = '';
      try {
        await server.start();
        cookie = await signIn(server.url, 'zhiban');
        for (let call = 0; call < 5; call += 1) expect(await file()).toMatchObject({ status: 200 });

        const release = fill(base);
        const refused: Attempt[] = [];
        const until = performance.now() + 40_000;
        while (refused.length < 10 && performance.now() < until) {
          const attempt = await file();
          if (attempt.status !== 200) refused.push(attempt);
        }
        expect(refused.length).toBe(10);
        // PostgreSQL may restart over a log it cannot write; both answers say «later», neither pretends.
        const answers = new Set(refused.map(({ status, body }) => `${status} ${JSON.parse(body ?? '{}').key}`));
        expect(['507 storage.full', '503 database.unavailable']).toEqual(expect.arrayContaining([...answers]));
        expect(server.isRunning(), server.output()).toBe(true);

        release();
        // The same submission goes through, as the browser's retry would.
        await expect
          .poll(async () => (await file(refused[0]?.key)).status, { timeout: 40_000, interval: 200 })
          .toBe(200);
        for (let call = 0; call < 5; call += 1) expect(await file()).toMatchObject({ status: 200 });
        await server.stop();
        const database = await openDatabase({ url: databaseUrl, home, migrationsFolder: MIGRATIONS, log: () => {} });
        try {
          await judge(database, home, acknowledged.lines());
        } finally {
          await database.close();
        }
      } finally {
        await server.kill();
        await postgres?.stop();
        acknowledged.close();
        rmSync(book, { recursive: true, force: true });
      }
    },
  );
});
