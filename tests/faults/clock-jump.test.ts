import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { type Server, startServer } from '../../src/apps/server/start.ts';
import { commandContext, transactWork } from '../../src/foundation/api/command-context.ts';
import { execute, rowsOf, systemViewer } from '../../src/foundation/api/index.ts';
import { type ClockRunner, readClock, runClocks, startClock } from '../../src/foundation/clocks/index.ts';
import { newId } from '../../src/kernel/ids.ts';
import { onEachDatabase } from '../support/databases.ts';

const HOUR = 3_600_000;
const AHEAD_MS = 1500;

/**
 * The machine's clock is set forward and back while limits run; the database's clock is the authority. Date jumps for all
 * of the process, which holds two replicas of the runner.
 */
onEachDatabase('limits while the machine’s clock jumps', (open) => {
  let server: Server;
  let second: ClockRunner;
  let home: string;
  let unitId: string;
  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'fengsui-jump-'));
    const database = await open();
    server = await startServer({ home, database: { ...database, close: async () => undefined }, log: () => undefined });
    second = runClocks(server.platform);
    const input = { name: '区应急委', shortName: '应急委', kind: 'committee', areaCode: '110107' };
    const { output } = await execute(server.platform, { id: newId(), name: 'units.open', input }, systemViewer);
    unitId = (output as { id: string }).id;
  });
  afterEach(() => vi.useRealTimers());
  afterAll(async () => {
    await second?.stop();
    await server?.stop();
    await rm(home, { recursive: true, force: true });
  });

  const rows = <Row extends object>(query: ReturnType<typeof sql>) =>
    server.platform.database.transact((tx) => rowsOf<Row>(tx, query), { readOnly: true });
  async function start(name: string, dueAt: Date): Promise<string> {
    const { platform } = server;
    const scope = {
      viewer: systemViewer,
      may: readClock,
      commandId: newId(),
      subjectId: undefined,
      baseVersion: undefined,
      records: [],
      label: { zh: '试', en: 'Trial' },
    };
    const { id } = await transactWork(platform, (tx, work) =>
      startClock(commandContext(platform, tx, scope, { facts: [], stamps: new Map(), ...work }), {
        subject: { register: 'unit', id: unitId },
        name,
        label: { zh: name, en: name },
        from: new Date(dueAt.getTime() - AHEAD_MS),
        limit: { dueAt },
        citation: '测试规则',
        ruleVersion: '1',
      }),
    );
    return id;
  }

  it.each([HOUR, -HOUR, 24 * HOUR, -24 * HOUR])(
    'by %i ms: none early, none twice, each within a second',
    async (jump) => {
      const dueAt = new Date((await server.platform.database.now()).getTime() + AHEAD_MS);
      const ids = await Promise.all(Array.from({ length: 5 }, (_, index) => start(`limit ${jump} ${index}`, dueAt)));
      vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + jump });
      const fired = () =>
        rows<{ subjectId: string; at: Date; databaseNow: Date }>(sql`
        select f.subject_id, c.fired_at as at, clock_timestamp() as database_now from fact f join clock c on c.id = f.subject_id
        where f.kind = 'clock.fell_due' and f.subject_id = any(${ids}::uuid[])`);
      const isOver = async () => (await server.platform.database.now()).getTime() > dueAt.getTime() + 1200;
      while (!(await isOver())) {
        for (const { databaseNow } of await fired())
          expect(databaseNow.getTime()).toBeGreaterThanOrEqual(dueAt.getTime());
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      await server.sealer.drain();
      const all = await fired();
      expect(all.map((one) => one.subjectId).sort()).toEqual([...ids].sort());
      for (const { at } of all) {
        expect(at.getTime()).toBeGreaterThanOrEqual(dueAt.getTime());
        expect(at.getTime() - dueAt.getTime()).toBeLessThan(1000);
      }
    },
  );
});
