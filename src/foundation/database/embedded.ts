import { EventEmitter } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
  sql,
} from 'kysely';
import { problem } from '../../kernel/problems.ts';
import type { Database } from './define.ts';
import type { Request, Response } from './embedded-worker.ts';
import { takeLock } from './lock.ts';
import type { DatabaseSchema } from './schema.ts';
import { transactOn } from './transact.ts';

/**
 * PostgreSQL inside the process (PGlite with PostGIS) in a thread of its own. One session: transactions queue. Good
 * for a desk, a demo, a training room or a laptop that is cut off; a duty room in production runs a server.
 */
export async function openEmbedded(home: string): Promise<Database> {
  mkdirSync(home, { recursive: true });
  const release = takeLock(join(home, 'database.lock'));
  const folder = join(home, 'database');
  const line = await startWorker(folder).catch((error: unknown) => {
    release();
    throw error;
  });
  const turns = turnstile();
  const driver = embeddedDriver(line.ask, turns);
  const dialect: Dialect = {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => driver,
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  };
  const kysely = new Kysely<DatabaseSchema>({ dialect });
  let closing: Promise<void> | undefined;
  const bus = new EventEmitter().setMaxListeners(0);
  return {
    kind: 'embedded',
    kysely,
    transact: (run, options) => transactOn({ kysely, dialect, driver }, run, options),
    async notify(channel, payload) {
      bus.emit(channel, payload);
    },
    async listen(channel, hear) {
      bus.on(channel, hear);
      return async () => {
        bus.off(channel, hear);
      };
    },
    // The data folder has one holder: see `takeLock`.
    isAlone: async () => true,
    async ping() {
      await sql`select 1`.execute(kysely);
    },
    async now() {
      const { rows } = await sql<{ now: Date }>`select clock_timestamp() as now`.execute(kysely);
      return rows[0]?.now ?? new Date();
    },
    close() {
      closing ??= (async () => {
        await kysely.destroy();
        await turns.take();
        await line.end();
        release();
      })();
      return closing;
    },
  };
}

type Ask = (
  text: string,
  params: readonly unknown[],
  kind?: Pick<Request, 'isCommit'>,
) => Promise<{
  rows: unknown[];
  affected: number;
}>;

async function startWorker(folder: string) {
  const worker = new Worker(new URL('./embedded-worker.ts', import.meta.url), { workerData: { folder } });
  const waiting = new Map<
    number,
    { resolve: (answer: { rows: unknown[]; affected: number }) => void; reject: (error: Error) => void }
  >();
  let lastId = 0;
  let isEnding = false;
  const ready = new Promise<void>((resolve, reject) => {
    waiting.set(0, { resolve: () => resolve(), reject });
  });
  worker.on('message', (response: Response) => {
    const asker = waiting.get(response.id);
    waiting.delete(response.id);
    if ('error' in response) {
      asker?.reject(Object.assign(new Error(response.error.message), response.error));
    } else asker?.resolve(response);
  });
  const fail = (error: Error) => {
    for (const asker of waiting.values()) asker.reject(error);
    waiting.clear();
  };
  worker.on('error', (error: Error) => fail(error));
  worker.on('exit', () => {
    if (!isEnding) fail(problem('database.unavailable'));
  });
  const ask: Ask = (text, params, kind = {}) =>
    new Promise((resolve, reject) => {
      lastId += 1;
      waiting.set(lastId, { resolve, reject });
      worker.postMessage({ id: lastId, sql: text, params, ...kind } satisfies Request);
    });
  await ready;
  return {
    ask,
    async end() {
      isEnding = true;
      await ask('fengsui close', []);
      await worker.terminate();
    },
  };
}

/** One session, so one at a time: whoever holds the turn has the database until it gives it back. */
function turnstile() {
  let last: Promise<void> = Promise.resolve();
  return {
    async take(): Promise<() => void> {
      const before = last;
      let give: () => void = () => undefined;
      last = new Promise((resolve) => {
        give = resolve;
      });
      await before;
      return give;
    },
  };
}

function embeddedDriver(ask: Ask, turns: ReturnType<typeof turnstile>): Driver {
  const gives = new WeakMap<DatabaseConnection, () => void>();
  const readOnly = new WeakSet<DatabaseConnection>();
  return {
    async init() {},
    async acquireConnection() {
      const give = await turns.take();
      let inTransaction = false;
      const connection: DatabaseConnection & {
        begin(isReadOnly: boolean): Promise<void>;
        end(word: string): Promise<void>;
      } = {
        async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
          // Outside a transaction every statement commits by itself.
          const isWrite = !inTransaction && !/^\s*(select|show)\b/i.test(query.sql);
          const { rows, affected } = await ask(query.sql, query.parameters, { isCommit: isWrite });
          return { rows: rows as R[], numAffectedRows: BigInt(affected) };
        },
        // biome-ignore lint/correctness/useYield: streaming is not offered by the embedded database
        async *streamQuery() {
          throw new Error('the embedded database does not stream');
        },
        async begin(isReadOnly) {
          await ask(isReadOnly ? 'begin read only' : 'begin', []);
          if (isReadOnly) readOnly.add(connection);
          inTransaction = true;
        },
        async end(word) {
          inTransaction = false;
          await ask(word, [], { isCommit: word === 'commit' && !readOnly.has(connection) });
          readOnly.delete(connection);
        },
      };
      gives.set(connection, give);
      return connection;
    },
    beginTransaction: (connection, settings) => (connection as Session).begin(settings.accessMode === 'read only'),
    commitTransaction: (connection) => (connection as Session).end('commit'),
    rollbackTransaction: (connection) => (connection as Session).end('rollback'),
    async releaseConnection(connection) {
      gives.get(connection)?.();
    },
    async destroy() {},
  };
}

interface Session extends DatabaseConnection {
  begin(isReadOnly: boolean): Promise<void>;
  end(word: string): Promise<void>;
}
