import { parentPort, workerData } from 'node:worker_threads';
import { Problem, problem } from '../../../kernel/problems.ts';
import { convertMbtiles } from './mbtiles.ts';

export interface Conversion {
  readonly from: string;
  readonly to: string;
}

export interface Converted {
  /** What was wrong, as a problem's reason. */
  readonly reason?: unknown;
}

const { from, to } = workerData as Conversion;
let told: Converted = {};
try {
  await convertMbtiles(from, to);
} catch (error) {
  const known = error instanceof Problem ? error : problem('map.archive_broken', { reason: unknown() });
  told = { reason: known.params.reason };
}
parentPort?.postMessage(told);

function unknown() {
  return { zh: '不是 MBTiles，或已损坏', en: 'it is no MBTiles, or damaged' };
}
