import { join } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { newId } from '../../src/kernel/ids.ts';
import { type DatabaseKind, freshDatabase } from '../support/databases.ts';
import { judge } from '../support/judge.ts';
import { random, seedOfRun } from '../support/random.ts';
import { fileCall, ledger, serverProcess, signIn } from '../support/server-process.ts';

const WRITERS = 8;
/** PostgreSQL judges; the embedded database takes five times as long to come back, and is killed less often. */
const KILLS = process.env.FULL ? { server: 200, embedded: 200 } : { server: 20, embedded: 8 };

describe.each<DatabaseKind>(['server', 'embedded'])('kill -9 of the server while calls come in (%s)', (kind) => {
  const kills = KILLS[kind];
  it(`loses nothing acknowledged and doubles nothing in ${kills} kills`, { timeout: kills * 30_000 }, async () => {
    const seed = seedOfRun();
    const chance = random(seed);
    const fresh = await freshDatabase(kind, 'district');
    const server = await serverProcess({ home: fresh.home, databaseUrl: fresh.url });
    const acknowledged = ledger(join(fresh.home, 'acknowledged'));
    const starts: number[] = [];
    try {
      await server.start();
      // Sessions live in the database: one sign-in outlives every kill.
      const cookie = await signIn(server.url, 'zhiban');
      for (let round = 0; round < kills; round += 1) {
        let isOver = false;
        let isWarm = () => {};
        const warm = new Promise<void>((resolve) => {
          isWarm = resolve;
        });
        const writers = Array.from({ length: WRITERS }, async () => {
          let key = newId();
          while (!isOver) {
            const attempt = await fileCall(server.url, cookie, key);
            if (attempt.status === 200) {
              acknowledged.write(`${attempt.key} ${attempt.id}`);
              isWarm();
              key = newId();
            } else if (attempt.status !== 0) throw new Error(`unexpected answer ${attempt.status} ${attempt.body}`);
          }
        });
        // The blow falls while work is going on, not while a fresh process is still compiling.
        await warm;
        await new Promise((resolve) => setTimeout(resolve, 50 + chance() * 450));
        await server.kill();
        isOver = true;
        await Promise.all(writers);
        starts.push(await server.start());
      }
      await server.stop();
      const lines = acknowledged.lines();
      const database = await fresh.open();
      try {
        const { kept } = await judge(database, fresh.home, lines);
        // A number is lost only with a call that was under way at the blow.
        const { rows } = await sql<{ last: number }>`
          select max(substring(number from '([0-9]+)号')::int) as last from intake`.execute(database.kysely);
        const gaps = (rows[0]?.last ?? 0) - kept;
        expect(gaps).toBeLessThanOrEqual(kills * WRITERS);
        starts.sort((one, other) => one - other);
        console.log(
          `seed ${seed}: ${kills} kills, ${lines.length} acknowledged, ${kept} kept, 0 lost, ${gaps} numbers without a call; ` +
            `serving again p50 ${Math.round(starts[starts.length >> 1] ?? 0)} ms, worst ${Math.round(starts.at(-1) ?? 0)} ms`,
        );
        expect(lines.length).toBeGreaterThan(kills);
      } finally {
        await database.close();
      }
    } finally {
      await server.kill();
      acknowledged.close();
      await fresh.release();
    }
  });

  it('goes on with the next number after a kill', { timeout: 120_000 }, async () => {
    const fresh = await freshDatabase(kind, 'district');
    const server = await serverProcess({ home: fresh.home, databaseUrl: fresh.url });
    try {
      await server.start();
      const cookie = await signIn(server.url, 'zhiban');
      await fileCall(server.url, cookie);
      await server.kill();
      await server.start();
      await fileCall(server.url, cookie);
      await server.stop();
      const database = await fresh.open();
      const { rows } = await sql<{ number: string }>`select number from intake order by number`.execute(
        database.kysely,
      );
      await database.close();
      // The demo's own stories have had numbers before.
      const numbers = rows.map(({ number }) => Number(number.replace(/^接〔\d+〕|号$/g, '')));
      expect(numbers).toEqual(numbers.map((_, index) => index + 1));
      expect(numbers.length).toBeGreaterThanOrEqual(2);
    } finally {
      await server.kill();
      await fresh.release();
    }
  });
});
