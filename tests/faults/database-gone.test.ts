import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDatabase } from '../../src/foundation/database/index.ts';
import { newId } from '../../src/kernel/ids.ts';
import { judge } from '../support/judge.ts';
import { type PostgresServer, startPostgres } from '../support/postgres.ts';
import {
  type Attempt,
  fileCall,
  ledger,
  type ServerProcess,
  serverProcess,
  signIn,
} from '../support/server-process.ts';

const MIGRATIONS = join(import.meta.dirname, '../../migrations');
const BLOWS = 3;
const WRITERS = 8;

let postgres: PostgresServer;
let server: ServerProcess;
let home: string;
let databaseUrl: string;

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'fengsui-gone-'));
  postgres = await startPostgres();
  databaseUrl = await postgres.create('district');
  server = await serverProcess({ home, databaseUrl });
  await server.start();
}, 90_000);
afterAll(async () => {
  await server?.kill();
  await postgres?.stop();
  rmSync(home, { recursive: true, force: true });
});

const ready = async () => {
  if (!server.isRunning()) throw new Error(`the server has ended:\n${server.output()}`);
  return (await fetch(`${server.url}/health/ready`)).status;
};

it('stays up while PostgreSQL is killed, says 503, and is back by itself with nothing lost', {
  timeout: 90_000,
}, async () => {
  const cookie = await signIn(server.url, 'zhiban');
  const acknowledged = ledger(join(home, 'acknowledged'));
  const refused: Attempt[] = [];
  const back: number[] = [];
  let isOver = false;
  const writers = Array.from({ length: WRITERS }, async () => {
    let key = newId();
    while (!isOver) {
      const attempt = await fileCall(server.url, cookie, key);
      if (attempt.status === 200) {
        acknowledged.write(`${attempt.key} ${attempt.id}`);
        key = newId();
      } else {
        refused.push(attempt);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    }
  });
  const before = () => acknowledged.lines().length;
  for (let blow = 0; blow < BLOWS; blow += 1) {
    const enough = before() + 20;
    await expect.poll(before, { timeout: 20_000 }).toBeGreaterThan(enough);
    await postgres.kill();
    await expect.poll(ready, { timeout: 15_000 }).toBe(503);
    expect((await fetch(`${server.url}/health/live`)).status).toBe(200);
    await postgres.start();
    const began = performance.now();
    await expect.poll(ready, { timeout: 30_000, interval: 20 }).toBe(200);
    back.push(performance.now() - began);
  }
  isOver = true;
  await Promise.all(writers);
  await server.stop();

  expect(refused.length).toBeGreaterThan(0);
  const kinds = new Map(refused.map(({ status, retryAfter, body }) => [`${status} ${retryAfter !== null}`, body]));
  expect([...kinds]).toEqual([['503 true', expect.any(String)]]);
  const database = await openDatabase({ url: databaseUrl, home, migrationsFolder: MIGRATIONS, log: () => {} });
  try {
    const { kept } = await judge(database, home, acknowledged.lines());
    console.log(
      `${BLOWS} blows, ${acknowledged.lines().length} acknowledged, ${kept} kept, ${refused.length} answered 503; ` +
        `ready again ${back.map((ms) => `${Math.round(ms)} ms`).join(', ')} after the database`,
    );
  } finally {
    await database.close();
    acknowledged.close();
  }
});
