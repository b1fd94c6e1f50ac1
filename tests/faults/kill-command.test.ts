import { join } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { installationKeys } from '../../src/foundation/personal-data/index.ts';
import { verifyTimeline } from '../../src/foundation/timeline/index.ts';
import { newId } from '../../src/kernel/ids.ts';
import { type DatabaseKind, freshDatabase } from '../support/databases.ts';
import { random, seedOfRun } from '../support/random.ts';
import { ledger, serverProcess, signIn } from '../support/server-process.ts';
import { confirmed, GAS_CALL, type Preview } from '../support/walk.ts';

const KILLS = process.env.FULL ? 100 : 4;
const COMMANDERS = 3;
const PHONES = 2;

/** The server is gone; the same thing is said again under the same key when it is back. */
class Away extends Error {}

/** What a screen does: asks, and says a command again under its key until it is answered. */
function screen(url: string, cookie: string, note: (line: string) => void) {
  const ask = async <T>(path: string, init: RequestInit = {}): Promise<{ status: number; body: T }> => {
    try {
      const answer = await fetch(`${url}${path}`, { ...init, headers: { cookie, ...init.headers } });
      return { status: answer.status, body: (await answer.json()) as T };
    } catch {
      throw new Away();
    }
  };
  return {
    async sees<T>(path: string): Promise<T> {
      const { status, body } = await ask<T>(path);
      if (status !== 200) throw new Error(`${path}: ${status} ${JSON.stringify(body)}`);
      return body;
    },
    /** @returns undefined when it was refused for a state it no longer has */
    async does<T extends object>(path: string, input: object, key: string): Promise<T | undefined> {
      const { status, body } = await ask<T>(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': key },
        body: JSON.stringify(input),
      });
      if (status === 409) return undefined;
      if (status !== 200) throw new Error(`${path}: ${status} ${JSON.stringify(body)}`);
      note(`${key} ${path.split('/').at(-1)}`);
      return body;
    },
  };
}
type Screen = ReturnType<typeof screen>;

/** One command after the other; what the blow interrupts is said again, word for word, under the key it had. */
function commander(at: Screen, planId: string) {
  type Work = { keys: string[]; call: object; intakeId?: string; incidentId?: string; confirmed?: object };
  const begun = (): Work => ({
    keys: [newId(), newId(), newId()],
    call: { ...GAS_CALL, knownAt: new Date(Date.now() - 60_000).toISOString(), occurredAt: undefined, mark: 'test' },
  });
  let work = begun();
  return async () => {
    const [take = '', open = '', activate = ''] = work.keys;
    work.intakeId ??= (await at.does<{ id: string }>('/api/intake/take', work.call, take))?.id ?? '';
    const opening = { intakeId: work.intakeId, title: '试验', grade: 'general', gradeReason: '试验' };
    work.incidentId ??= (await at.does<{ id: string }>('/api/incidents/open', opening, open))?.id ?? '';
    const { incidentId } = work;
    work.confirmed ??= confirmed(
      incidentId,
      planId,
      await at.sees<Preview>(`/api/command/preview?incidentId=${incidentId}&planId=${planId}`),
    );
    await at.does('/api/command/activate', work.confirmed, activate);
    work = begun();
  };
}

/** Receives an order and says something about it; the words are the key, so that a doubled feedback is seen. */
function phone(at: Screen, pick: () => number) {
  let key = newId();
  let chosen: string | undefined;
  return async () => {
    if (!chosen) {
      const { items } = await at.sees<{ items: { id: string; state: string }[] }>('/api/orders/mine');
      const one = items[Math.floor(pick() * items.length)];
      if (!one) return;
      if (one.state === 'issued' || one.state === 'delivered') {
        await at.does(`/api/assignments/${one.id}/receive`, {}, newId());
      }
      chosen = one.id;
    }
    await at.does(`/api/assignments/${chosen}/give-feedback`, { text: key }, key);
    chosen = undefined;
    key = newId();
  };
}

describe.each<DatabaseKind>(['server', 'embedded'])('kill -9 while plans are activated and answered (%s)', (kind) => {
  it(`an activation is there with all its orders or not at all, in ${KILLS} kills`, {
    timeout: KILLS * 60_000,
  }, async () => {
    const seed = seedOfRun();
    const chance = random(seed);
    const fresh = await freshDatabase(kind, 'district');
    const server = await serverProcess({ home: fresh.home, databaseUrl: fresh.url });
    const acknowledged = ledger(join(fresh.home, 'acknowledged'));
    try {
      await server.start();
      const at = async (username: string) =>
        screen(server.url, await signIn(server.url, username), (line) => acknowledged.write(line));
      const [officer, gas] = [await at('zhiban'), await at('ranqi')];
      const plans = await officer.sees<{ items: { id: string }[] }>('/api/plans?incidentKind=utility.gas');
      const planId = plans.items[0]?.id ?? '';
      const steps = [
        ...Array.from({ length: COMMANDERS }, () => commander(officer, planId)),
        ...Array.from({ length: PHONES }, () => phone(gas, chance)),
      ];
      for (let round = 0; round < KILLS; round += 1) {
        let isOver = false;
        const before = acknowledged.lines().length;
        const workers = steps.map(async (step) => {
          while (!isOver) await step().catch((error: unknown) => rethrow(error));
        });
        // The blow falls while work is going on, not while a fresh process is still compiling.
        await expect
          .poll(() => acknowledged.lines().length - before, { timeout: 60_000, interval: 20 })
          .toBeGreaterThan(5);
        await new Promise((resolve) => setTimeout(resolve, chance() * 700));
        await server.kill();
        isOver = true;
        await Promise.all(workers);
        await server.start();
      }
      await server.stop();
      const database = await fresh.open();
      try {
        const rowsOf = async <Row>(query: ReturnType<typeof sql<Row>>) => (await query.execute(database.kysely)).rows;
        const lines = acknowledged.lines().map((line) => line.split(' ')[0] ?? '');
        const kept = await rowsOf(sql<{ id: string }>`select command_id::text as id from fact group by command_id`);
        const known = new Set(kept.map(({ id }) => id));
        expect(lines.filter((key) => !known.has(key))).toEqual([]);
        const activations = await rowsOf(sql<{ told: number; kept: number; messages: number }>`
          select (f.payload->>'orders')::int as told, count(o.id)::int as kept, count(distinct s.id)::int as messages
          from activation a join fact f on f.subject_id = a.id and f.kind = 'activation.started'
          left join fact s on s.command_id = f.command_id and s.kind = 'order.issued'
          left join "order" o on o.id = s.subject_id group by a.id, f.id`);
        expect(activations.length).toBeGreaterThan(KILLS / 2);
        expect(activations.filter(({ told, kept: orders }) => told !== orders)).toEqual([]);
        const doubled = await rowsOf(sql<{ id: string }>`
          select incident_id as id from activation group by incident_id having count(*) > 1`);
        expect(doubled).toEqual([]);
        const feedback = await rowsOf(sql<{ facts: number }>`
          select count(f.id)::int as facts from order_feedback b
          left join fact f on f.kind = 'assignment.feedback_given' and f.concerns::text like '%' || b.id::text || '%' group by b.id`);
        expect(feedback.length).toBeGreaterThan(KILLS / 2);
        expect(feedback.filter(({ facts }) => facts !== 1)).toEqual([]);
        const counted = await rowsOf(sql<{ id: string }>`
          select a.id from assignment a where a.feedback_count <> (select count(*) from order_feedback b where b.assignment_id = a.id)`);
        expect(counted).toEqual([]);
        const timeline = installationKeys(fresh.home).timeline;
        expect(await verifyTimeline(database, fresh.home, timeline)).toMatchObject({ isWhole: true });
        console.log(
          `seed ${seed}: ${KILLS} kills, ${lines.length} acknowledged, ${activations.length} activations whole, ${feedback.length} feedbacks, 0 lost`,
        );
      } finally {
        await database.close();
      }
    } finally {
      await server.kill();
      acknowledged.close();
      await fresh.release();
    }
  });
});

function rethrow(error: unknown): void {
  if (!(error instanceof Away)) throw error;
}
