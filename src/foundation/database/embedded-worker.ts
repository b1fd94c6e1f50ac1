import { closeSync, fdatasyncSync, openSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { postgis } from '@electric-sql/pglite-postgis';
import { postgisBundle } from './postgis-bundle.ts';

/* The embedded database runs in its own thread: its WebAssembly would hold up the event loop for every query. */

export interface Request {
  readonly id: number;
  readonly sql: string;
  readonly params: readonly unknown[];
  /** A commit: acknowledged only when the write-ahead log is on the disk. */
  readonly isCommit?: boolean;
}

export type Response =
  | { readonly id: number; readonly rows: unknown[]; readonly affected: number }
  | { readonly id: number; readonly error: { message: string; code?: string; detail?: string } };

const { folder } = workerData as { folder: string };
const port = parentPort;
if (!port) throw new Error('the embedded database runs in a worker thread');

const INT8 = 20;
const DATE = 1082;
const ownPostgis: typeof postgis = {
  ...postgis,
  setup: async (database, options) => ({ ...(await postgis.setup(database, options)), bundlePath: postgisBundle() }),
};
const database = await PGlite.create({
  dataDir: folder,
  extensions: { postgis: ownPostgis, pg_trgm },
  relaxedDurability: false,
  parsers: { [INT8]: (value: string) => Number(value), [DATE]: (value: string) => value },
});
await database.exec("set timezone to 'UTC'");

const walFolder = join(folder, 'pg_wal');
const synced = new Map<string, number>();

/**
 * PGlite writes its log but never asks the system to put it on the disk. We do, for the segments that changed, before
 * a commit is acknowledged: what was acknowledged survives the death of the process.
 */
function syncLog(): void {
  for (const name of readdirSync(walFolder)) {
    if (name.length !== 24) continue;
    const path = join(walFolder, name);
    const { mtimeMs } = statSync(path);
    if (synced.get(name) === mtimeMs) continue;
    const file = openSync(path, 'r+');
    try {
      fdatasyncSync(file);
    } finally {
      closeSync(file);
    }
    synced.set(name, mtimeMs);
  }
}

async function answer({ id, sql, params, isCommit }: Request): Promise<Response> {
  try {
    if (sql === 'fengsui close') {
      await database.close();
      return { id, rows: [], affected: 0 };
    }
    const result = await database.query(sql, params as unknown[]);
    if (isCommit) syncLog();
    return { id, rows: result.rows, affected: result.affectedRows ?? 0 };
  } catch (error) {
    const { message, code, detail } = error as { message: string; code?: string; detail?: string };
    return { id, error: { message, ...(code ? { code } : {}), ...(detail ? { detail } : {}) } };
  }
}

// One request at a time, in the order they came: there is one session.
let last = Promise.resolve();
port.on('message', (request: Request) => {
  last = last.then(async () => port.postMessage(await answer(request)));
});
port.postMessage({ id: 0, rows: [], affected: 0 } satisfies Response);
