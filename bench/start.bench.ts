import { readFileSync } from 'node:fs';
import { fileCall, signIn } from '../tests/support/server-process.ts';
import { type Figure, percentile } from './machine.ts';
import { onStand, type Stand } from './stand.ts';

const STARTS = 5;
const IDLE_MS = 10_000;

/** The second start, to the first ready answer; and what the process holds when nobody asks for anything. */
export async function start(): Promise<Figure[]> {
  const server = await onStand('server', measure);
  const embedded = await onStand('embedded', measure);
  return [
    { what: `second start, median of ${STARTS} (PostgreSQL)`, value: server.start, unit: 's', most: 2.5 },
    { what: `second start, median of ${STARTS} (embedded)`, value: embedded.start, unit: 's', most: 5 },
    { what: 'idle memory besides PostgreSQL', value: server.memory, unit: 'MB', most: 200 },
    { what: 'idle memory (embedded, the database within)', value: embedded.memory, unit: 'MB' },
  ];
}

async function measure({ server }: Stand) {
  const cookie = await signIn(server.url, 'zhiban');
  for (let call = 0; call < 20; call += 1) await fileCall(server.url, cookie);
  const starts: number[] = [];
  for (let round = 0; round < STARTS; round += 1) {
    await server.stop();
    starts.push((await server.start()) / 1000);
  }
  await fileCall(server.url, cookie);
  await new Promise((resolve) => setTimeout(resolve, IDLE_MS));
  const status = readFileSync(`/proc/${server.pid()}/status`, 'utf8');
  const memory = Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) / 1024;
  return { start: percentile(starts, 0.5), memory };
}
