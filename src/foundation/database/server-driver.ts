import {
  AbortedTransactionError,
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  type QueryResult,
  type TransactionSettings,
} from 'kysely';
import type pg from 'pg';
import { type StatementNames, statementNames } from './statement-names.ts';

class Session implements DatabaseConnection {
  readonly client: pg.PoolClient;
  readonly #names: StatementNames;
  isReadOnly = false;
  isBroken = false;
  #isGathering = false;

  constructor(client: pg.PoolClient, names: StatementNames) {
    this.client = client;
    this.#names = names;
  }

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    const name = this.#names.nameOf(sql);
    this.#gather();
    const { rows, rowCount } = await this.client.query({
      text: sql,
      values: parameters as unknown[],
      ...(name ? { name } : {}),
    });
    return { rows: rows as R[], numAffectedRows: BigInt(rowCount ?? 0) };
  }

  // biome-ignore lint/correctness/useYield: nothing in the house reads a query as a stream
  async *streamQuery(): AsyncIterableIterator<never> {
    throw new Error('a pipelined connection does not stream');
  }

  /** Statements sent in one go of the program leave in one packet: a system call each was a fifth of a command's time. */
  #gather(): void {
    if (this.#isGathering) return;
    const { stream } = this.client.connection;
    this.#isGathering = true;
    stream.cork();
    process.nextTick(() => {
      this.#isGathering = false;
      stream.uncork();
    });
  }

  begin({ isolationLevel, accessMode }: TransactionSettings): void {
    this.isReadOnly = accessMode === 'read only';
    const words = [isolationLevel && `isolation level ${isolationLevel}`, accessMode].filter(Boolean).join(' ');
    this.#gather();
    // Not waited for: it fails only with the connection, and then so does the statement behind it.
    this.client.query(`begin ${words}`).catch(() => undefined);
  }

  async commit(): Promise<void> {
    this.#gather();
    const committed = this.client.query('commit');
    if (this.isReadOnly) return void committed.catch(() => undefined);
    // An earlier statement failed and nobody looked: PostgreSQL answers ROLLBACK to a COMMIT.
    if ((await committed).command === 'ROLLBACK') throw new AbortedTransactionError();
  }

  async rollback(): Promise<void> {
    try {
      await this.client.query('rollback');
    } catch (error) {
      this.isBroken = true;
      throw error;
    }
  }
}

/**
 * The driver for a pool whose clients pipeline: statements are prepared under a name of their own, and neither the
 * `begin` of a transaction nor the end of a read-only one is waited for. Kysely's own prepares nothing and waits for
 * each: measured, that was half of a command's time.
 */
export function pipelinedDriver(pool: pg.Pool): Driver {
  const names = statementNames();
  return {
    async init() {},
    async acquireConnection() {
      const client = await pool.connect();
      forget(client, names);
      return new Session(client, names);
    },
    async beginTransaction(connection, settings) {
      (connection as Session).begin(settings);
    },
    commitTransaction: (connection) => (connection as Session).commit(),
    rollbackTransaction: (connection) => (connection as Session).rollback(),
    async releaseConnection(connection) {
      const { client, isBroken } = connection as Session;
      client.release(isBroken);
    },
    async destroy() {
      await pool.end();
    },
  };
}

/** How far each connection has followed which statements are kept no longer. */
const followed = new WeakMap<pg.PoolClient, number>();

/** A connection lets go of those that others have displaced, before its next work. */
function forget(client: pg.PoolClient, names: StatementNames): void {
  if (followed.get(client) === names.retired()) return;
  const { parsedStatements } = client.connection as unknown as { parsedStatements: Record<string, string> };
  for (const name of Object.keys(parsedStatements)) {
    if (names.isKept(name)) continue;
    delete parsedStatements[name];
    client.query(`deallocate ${name}`).catch(() => undefined);
  }
  followed.set(client, names.retired());
}
